// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'sub/marker').text == 'here\n'
