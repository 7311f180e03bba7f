// SPDX-License-Identifier: Apache-2.0
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json'))
assert report.outcome == 'timed-out'
assert report.exitStatus == 124
// what the command started has ended with it
def here = basedir.canonicalPath
assert ProcessHandle.allProcesses().noneMatch {
    try {
        java.nio.file.Files.readSymbolicLink(java.nio.file.Path.of("/proc/${it.pid()}/cwd")).toString() == here
    } catch (IOException e) {
        false
    }
}
assert new File(basedir, 'build.log').text.contains('invowk.timeout:1:1: error: value of invowk.timeout out of range')
assert !new File(basedir, 'none.json').exists()
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
