// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'build.log').text =~ /hello from \S+ in \/workspace/
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json'))
assert report.runtime == 'container'
assert report.exitStatus == 0
assert report.engine == engine
assert report.tries == 1
// tests may run in a container of their own
assert report.sandbox in ['none', 'container', 'container-socket']
