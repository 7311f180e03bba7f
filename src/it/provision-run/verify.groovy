// SPDX-License-Identifier: Apache-2.0
def report = { new groovy.json.JsonSlurper().parse(new File(basedir, "${it}.json")) }
def (first, second, tagged, script) = ['first', 'second', 'tagged', 'script'].collect(report)
def call = { List<String> words ->
    def process = ([engine.toString()] + words).execute()
    def out = new StringBuilder()
    def err = new StringBuilder()
    process.waitForProcessOutput(out, err)
    return [process.exitValue(), out.toString(), err.toString()]
}
def run = { image, String... words -> call(['run', '--rm', image] + words.toList()) }
def inspect = { image, String format -> call(['image', 'inspect', '--format', format, image])[1].trim() }
def names = { inspect(it, '{{index .Config.Labels "io.invowk.image"}}') }
def results = [
    greet: run(first.image, 'Maven'),
    twoWords: run(first.image, 'Maven', '?'),
    missing: run(first.image),
    tagged: run(tagged.image),
    script: run(script.image, 'a b'),
]
def config = inspect(first.image, '{{json .Config}}')
def labels = [first, tagged].collect { names(it.image) }
def base = inspect(script.image, '{{index .Config.Labels "run"}}')
[first.image, *names(tagged.image).split(' '), script.image].each { call(['rmi', it]) }
def bases = call(['images', '--quiet', '--filter', "label=run=${base}".toString()])[1].readLines()
bases.each { call(['rmi', it]) }

assert [first, second, tagged, script]*.action == ['built', 'present', 'built', 'built']
assert [first, second, tagged, script]*.engine.unique() == [engine]
assert first.image == second.image
assert first.image ==~ 'localhost/invowk-build:[0-9a-f]{16}'
assert new File(basedir, 'build.log').readLines('UTF-8').count("[INFO] ${first.image}".toString()) == 2
assert tagged.image ==~ 'localhost/invowk-it-.*:1'
assert labels[0] == first.image
assert labels[1] ==~ 'localhost/invowk-build:[0-9a-f]{16} ' + java.util.regex.Pattern.quote(tagged.image)

assert results.greet == [0, "it's Maven! 1 false unset project file /workspace/data\n", '']
assert results.twoWords == [0, "it's Maven? 2 false unset project file /workspace/data\n", '']
assert results.missing == [64, '', 'command "greet" needs at least 1 arguments: who mark\n']
assert results.tagged == [0, "it's Maven! 1 true unset project file /workspace/data\n", '']
assert results.script == [0, '''/workspace/tools/list.sh yes
a b 
./.dockerignore
./data/input.txt
./data/run
./image/Containerfile
./invkfile.cue
./tools/list.sh
''', '']
assert bases.size() == 1
assert base == new File(basedir, 'data/run').text
assert !config.contains('token-from-the-host')
