// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'notes').readLines() == ['noted', 'waiting']
def log = new File(basedir, 'build.log').text
assert log.contains('the goal timed out after 8 seconds')
assert log.contains('command "wait" was interrupted')
assert log.contains('not started after it: never')
// what the command started has ended with it
def here = basedir.canonicalPath
assert ProcessHandle.allProcesses().noneMatch {
    try {
        java.nio.file.Files.readSymbolicLink(java.nio.file.Path.of("/proc/${it.pid()}/cwd")).toString() == here
    } catch (IOException e) {
        false
    }
}
