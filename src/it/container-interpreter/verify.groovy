// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'perl.txt').text == 'a b|c'
assert basedir.list().every { !it.startsWith('invowk-script') }
