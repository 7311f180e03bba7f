// SPDX-License-Identifier: Apache-2.0
assert !new File(basedir, 'ran').exists()
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
