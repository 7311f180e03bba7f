// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'steps').text == 'before\n'
assert new File(basedir, 'build.log').text.contains('command "stop" exited with status 1')
