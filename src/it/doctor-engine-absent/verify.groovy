// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert log.contains('containers cannot run here: no container engine is installed')
assert log.contains('/nowhere/podman: not an executable file')
def picture = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/doctor.json'))
assert !picture.containersCanRun && !picture.runtimes.container && picture.runtimes.virtual
assert picture.engines*.candidate == ['/nowhere/podman', '/nowhere/docker']
assert picture.engines*.state == ['absent', 'absent']
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
