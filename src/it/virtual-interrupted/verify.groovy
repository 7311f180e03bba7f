// SPDX-License-Identifier: Apache-2.0
// Ends a Maven that runs a script, as a terminal, a closed terminal and a service manager do, and looks for what it left.
def maven = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/maven.groovy'))
def here = basedir.canonicalPath
def processesHere = {
    ProcessHandle.allProcesses().filter {
        try {
            java.nio.file.Files.readSymbolicLink(java.nio.file.Path.of("/proc/${it.pid()}/cwd")).toString() == here
        } catch (IOException e) {
            false
        }
    }.toList()
}
['INT', 'TERM', 'HUP'].each { signal ->
    def started = new File(basedir, 'started')
    started.delete()
    def log = new File(basedir, "${signal}.log")
    def process = maven(basedir, ['-B', 'invowk:run', '-Dinvowk.cmd=wait']).redirectErrorStream(true).redirectOutput(log).start()
    while (!started.exists()) {
        assert process.alive : log.text
        sleep 50
    }
    assert processesHere().size() > 1
    assert ['kill', '-s', signal, process.pid().toString()].execute().waitFor() == 0
    process.waitFor()
    assert processesHere().isEmpty() : log.text
}
return true
