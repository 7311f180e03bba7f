// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'notes').readLines() == ['first', 'second', 'told']
def log = new File(basedir, 'build.log').text
assert log.contains('the goal timed out after 10 seconds')
assert log.contains('command "wait" was interrupted')
assert log.contains('not started after it: never')
def ask = { List<String> words ->
    def process = new ProcessBuilder([engine.toString()] + words).redirectError(ProcessBuilder.Redirect.DISCARD).start()
    def text = process.inputStream.text.trim()
    process.waitFor()
    return text
}
assert ask(['ps', '-aq']).readLines().every { id ->
    !ask(['inspect', '--format', '{{range .Mounts}}{{.Source}} {{end}}', id]).split(' ').contains(basedir.canonicalPath)
}
