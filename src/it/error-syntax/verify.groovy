// SPDX-License-Identifier: Apache-2.0
// a list that has nothing to show fails, too
assert new File(basedir, 'build.log').text.count('invkfile.cue:5:11: error: string is not closed') == 2
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
