// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'notes').readLines() == ['first word false', 'second true']
