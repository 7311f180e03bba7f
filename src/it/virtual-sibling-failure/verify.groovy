// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert new File(basedir, 'waits/told').text == 'told\n'
assert !new File(basedir, 'waits/late').exists()
assert log.contains('command "fails" exited with status 3')
