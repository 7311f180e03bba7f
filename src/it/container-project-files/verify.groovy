// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'read.txt').text == 'the data\n'
assert new File(basedir, 'count.txt').readLines()*.trim() == ['1', '/workspace/tools/count.sh']
