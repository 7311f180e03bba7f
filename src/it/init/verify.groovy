// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert log.contains('invkfile.cue: valid, 2 commands')
assert log.contains('invkfile.cue" exists already; nothing was written')
assert log.contains('HELLO, MAVEN')
assert log.contains('init 1')
assert new File(basedir, 'invkfile.cue').text.startsWith('// The commands of this project.')
