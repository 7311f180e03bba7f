// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert log.contains('Available Commands')
assert log.contains('From invkfile:')
assert log =~ /  build - Compile all \[native\*, container\] \(linux, macos, windows\)/
assert log =~ /  test unit \[virtual\*\] \(linux, macos\)/
