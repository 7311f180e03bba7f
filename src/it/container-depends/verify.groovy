// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'sub/out.txt').text == 'ran\n'
def calls = new File(basedir, 'calls').readLines()
// the ten checks have one container, the command has the other
assert calls.count { it.startsWith('run ') } == 2
assert calls.count { it.startsWith('build ') } == 1
