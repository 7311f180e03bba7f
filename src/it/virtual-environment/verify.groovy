// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').text == 'implementation root pom host isolated\n'
