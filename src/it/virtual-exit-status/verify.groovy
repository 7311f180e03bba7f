// SPDX-License-Identifier: Apache-2.0
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json'))
assert report.exitStatus == 42
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
