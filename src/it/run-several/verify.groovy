// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'notes').readLines() == ['first word false', 'second true', 'third false', 'fourth false']
def log = new File(basedir, 'build.log').text
assert log.contains('command "status" exited with status 4')
assert log.contains('= not started after it: note never')
// names and options that do not exist, all of them, before anything starts
assert log =~ /unknown command "nte"/
assert log =~ /unknown .*--luod/
assert log.contains('command "sleep" timed out after 1 second')
assert log.contains('cmd is given beside commands')
// the last call that ran anything
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json'))
assert report.commands*.command == ['note', 'sleep']
assert report.commands*.outcome == ['exited', 'timed-out']
