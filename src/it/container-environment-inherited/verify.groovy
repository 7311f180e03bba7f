// SPDX-License-Identifier: Apache-2.0
def lines = new File(basedir, 'out.txt').readLines()
assert lines[0] == 'yes unset'
assert lines[2] == 'yes unset'
