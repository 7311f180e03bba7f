// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'target/version.txt').text == '1.2 beta\n\n'
assert new File(basedir, 'used.txt').text == '<1.2 beta>\n'
def log = new File(basedir, 'build.log').text
assert log.contains('asking')
assert !log.contains('1.2 beta')
