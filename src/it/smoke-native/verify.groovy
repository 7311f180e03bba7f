// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert log.contains('hello you true')
assert log.contains('Available Commands')
assert log.contains('command "fail" exited with status 3')
