// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').readLines() == ['GOOD DAY', 'GOOD DAY', 'GOOD NIGHT']
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json'))
assert report.imageAction == 'built'
