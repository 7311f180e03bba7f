// SPDX-License-Identifier: Apache-2.0
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/select-engine.groovy'))
