// SPDX-License-Identifier: Apache-2.0
def status = { new groovy.json.JsonSlurper().parse(new File(basedir, "${it}.json")).exitStatus }
assert status('zero') == 0
assert status('one') == 1
assert status('answer') == 42
assert status('engine-like') == 125
assert new File(basedir, 'runs').text == 'run\n'
assert new File(basedir, 'build.log').text.contains('command "answer" exited with status 42')
