// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert new File(basedir, 'good.invkmod/ran').text.trim() == 'built'
def builds = log.split('Building sources-broken')
assert builds.size() == 4
assert builds[1].count('the commands of invkfile.cue are missing, because something is wrong with it') == 1
assert builds[1] =~ /invkfile\.cue:2:9: error: /
assert builds[1].count('the commands of bad-name.invkmod are missing') == 1
assert builds[2].contains('skipped, because something is wrong with it: invkfile.cue')
assert builds[3].contains('2 of 3 files not valid')
assert builds[3].contains('good.invkmod/invkfile.cue: valid, 1 command')
