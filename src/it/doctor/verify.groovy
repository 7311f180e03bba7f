// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').readLines('UTF-8')
assert log.any { it ==~ /\[INFO\] containers can run: ${engine} \S+, ${engine}-\S+ \(\/.*\/${engine}\)/ }
assert log.any { it ==~ /\[INFO\] engines .*/ }
assert log.any { it ==~ /\[INFO\] runtimes +native: .*, virtual: always, container: yes/ }
assert log.any { it.startsWith('[INFO] versions       Maven ') }
assert log.any { it.contains('unknown value "jason" of invowk.format') }
assert log.any { it.contains('skipped: invowk.doctor.skip is set') }

def picture = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/doctor.json'))
assert picture.containersCanRun
assert picture.findings.every { it.level != 'error' }
assert picture.runtimes.container && picture.runtimes.virtual
assert picture.containers.name == engine.toString()
assert picture.containers.callMs >= 0
assert picture.project.hostPath == basedir.canonicalPath
assert picture.project.inode ==~ /\d+:\d+/
assert picture.engines.find { it.path == picture.containers.engine }.state == 'answers'
assert picture.java.version && picture.maven && picture.plugin
assert log.count { it == '[INFO]   "containersCanRun": true,' } == 1

// with -q standard output holds the JSON and nothing else
def maven = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/maven.groovy'))
def quiet = maven(basedir, ['-q', "io.invowk.maven:invowk-maven-plugin:${picture.plugin}:doctor", '-Dinvowk.format=json',
        "-Dinvowk.engines=${engine}"])
def out = new File(basedir, 'quiet.json')
quiet.redirectOutput(out).redirectError(new File(basedir, 'quiet.err'))
assert quiet.start().waitFor() == 0
assert new groovy.json.JsonSlurper().parse(out).engines*.candidate == [engine.toString()]
