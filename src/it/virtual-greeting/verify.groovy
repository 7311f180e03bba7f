// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'build.log').text.contains('hello from virtual-greeting')
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json'))
assert report.command == 'greet'
assert report.exitStatus == 0
assert report.runtime == 'virtual'
def log = new File(basedir, 'build.log').text
assert log.contains('  greet - Say hello [virtual*] (linux, macos, windows)')
assert log.contains('greet - Say hello [virtual*]')
assert log.contains('runtime: virtual')
