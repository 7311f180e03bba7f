// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'ran').readLines() == ['root sources-modules-of-a-build', 'once'] * 2
assert new File(basedir, 'own/ran').readLines() == ['own own'] * 2
assert new File(basedir, 'without/ran').readLines() == ['root without']
assert new File(basedir, 'build.log').text.contains('-Dinvowk.useRootCommands')
return true
