// SPDX-License-Identifier: Apache-2.0
assert !new File(basedir, 'ran').exists()
assert !new File(basedir, 'target/invowk/last-run.json').exists()
def log = new File(basedir, 'build.log').text
assert log.contains("${basedir.canonicalPath}/wrong:3:10: error: unexpected \"done\", expected \"then\"")
// a script that was put together: the place of all of it, and the line of the script
assert log.contains('invkfile.cue:17:29: error: "case" is not closed by "in"')
assert log.contains('= in line 1 of the script: touch ran; case x')
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
