// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert log =~ /more\/deep\/invkfile\.cue:3:8: error: /
assert log =~ /more\/deep\/invkfile\.cue:4:55: error: /
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/validate.json'))
assert report.files.size() == 2
assert report.files.find { it.file.endsWith('good.cue') }.problems == []
assert report.files.find { it.file.endsWith('invkfile.cue') }.problems*.line == [3, 4]
