// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').text == 'ran\n'
assert !new File(basedir, 'prepared').exists()
