// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').readLines() ==
        ['y', 'y', '<a>', '<b>', '<c>', '1 2', '3', 'status 3', 'status 127', '500500']
