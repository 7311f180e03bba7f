// SPDX-License-Identifier: Apache-2.0
// Ends a Maven that runs a container, as a terminal, a closed terminal, a service manager and a short memory do, and looks for
// what it left.
def maven = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/maven.groovy'))
def ask = { List<String> words ->
    def process = new ProcessBuilder([engine.toString()] + words).redirectError(ProcessBuilder.Redirect.DISCARD).start()
    def text = process.inputStream.text.trim()
    process.waitFor()
    return text
}
def containersHere = {
    ask(['ps', '-aq']).readLines().findAll { id ->
        ask(['inspect', '--format', '{{range .Mounts}}{{.Source}} {{end}}', id]).split(' ').contains(basedir.canonicalPath)
    }
}
['INT', 'TERM', 'HUP', 'KILL'].each { signal ->
    def started = new File(basedir, 'started')
    started.delete()
    def log = new File(basedir, "${signal}.log")
    def process = maven(basedir, ['-B', 'invowk:run', '-Dinvowk.cmd=wait', "-Dinvowk.engines=${engine}".toString()])
            .redirectErrorStream(true).redirectOutput(log).start()
    while (!started.exists()) {
        assert process.alive : log.text
        sleep 50
    }
    assert containersHere().size() == 1
    assert ['kill', '-s', signal, process.pid().toString()].execute().waitFor() == 0
    process.waitFor()
    // a Maven that is killed cannot wait for the engine
    def limit = System.nanoTime() + 60_000_000_000L
    while (signal == 'KILL' && containersHere() && System.nanoTime() < limit) {
        sleep 100
    }
    assert containersHere().isEmpty() : log.text
}
return true
