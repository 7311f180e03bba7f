// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'where.txt').readLines() == ['/workspace/sub', '/var/tmp']
