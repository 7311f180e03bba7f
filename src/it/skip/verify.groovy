// SPDX-License-Identifier: Apache-2.0
assert !new File(basedir, 'ran').exists()
def log = new File(basedir, 'build.log').text
assert log.contains('invowk.skip')
assert log.contains('invowk.run.skip')
