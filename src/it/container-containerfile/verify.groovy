// SPDX-License-Identifier: Apache-2.0
def report = { new groovy.json.JsonSlurper().parse(new File(basedir, "${it}.json")) }
def reports = ['first', 'second', 'third'].collect(report)
reports*.image.unique(false).each { image ->
    [engine.toString(), 'rmi', image].execute().with { consumeProcessOutput(); waitFor() }
}
assert new File(basedir, 'out.txt').readLines() == ['GOOD DAY', 'GOOD DAY', 'GOOD NIGHT']
assert reports*.imageAction == ['built', 'present', 'built']
assert reports[0].image == reports[1].image
assert reports[1].image != reports[2].image
