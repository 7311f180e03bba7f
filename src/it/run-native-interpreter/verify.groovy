// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'perl.txt').text == '2,4,6'
assert new File(basedir, 'file.txt').text.trim() == new File(basedir, 'scripts/build.sh').canonicalPath
