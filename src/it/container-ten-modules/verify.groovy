// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
(0..9).each {
    assert new File(basedir, "m${it}/output.txt").text == "input of module ${it}\n"
    assert log =~ /(?m)^\[INFO\] \[m${it}\] module-${it}-says-hello$/
}
def built = (0..9).collect { new groovy.json.JsonSlurper().parse(new File(basedir, "m${it}/target/invowk/last-run.json")) }
assert built*.image.unique().size() == 1
assert built.count { it.imageAction == 'built' } <= 1
