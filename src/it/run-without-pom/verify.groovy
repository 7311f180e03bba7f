// SPDX-License-Identifier: Apache-2.0
// A directory without a POM cannot be a test of its own, so this one starts Maven there itself.
def maven = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/maven.groovy'))
def goal = "io.invowk.maven:invowk-maven-plugin:${pluginVersion}:run"
def process = maven(new File(basedir, 'bare'), ['-B', goal, '-Dinvowk.cmd=greet there']).redirectErrorStream(true).start()
def log = process.inputStream.getText('UTF-8')
assert process.waitFor() == 0 : log
assert log.contains('hello there false')
