// SPDX-License-Identifier: Apache-2.0
assert !new File(basedir, 'ran').exists()
assert !new File(basedir, 'build.log').text.contains('token-5b1f')
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
