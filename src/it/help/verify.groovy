// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert log.contains('invowk:run')
assert log.contains('invowk.cmd')
