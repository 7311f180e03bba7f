// SPDX-License-Identifier: Apache-2.0
def reports = (0..9).collect {
    new groovy.json.JsonSlurper().parse(new File(basedir, "m${it}/target/invowk/last-run.json"))
}
def images = reports*.image.unique(false)
images.each { image -> [engine.toString(), 'rmi', image].execute().with { consumeProcessOutput(); waitFor() } }
def log = new File(basedir, 'build.log').text
(0..9).each {
    assert new File(basedir, "m${it}/output.txt").text == "input of module ${it}\n"
    assert log =~ /(?m)^\[INFO\] \[m${it}\] module-${it}-says-hello$/
}
assert images.size() == 1
assert reports.count { it.imageAction == 'built' } == 1
