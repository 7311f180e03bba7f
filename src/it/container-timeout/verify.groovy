// SPDX-License-Identifier: Apache-2.0
def report = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json'))
assert report.outcome == 'timed-out'
assert report.exitStatus == 124
assert new File(basedir, 'told').text == 'told\n'
def ask = { List<String> words ->
    def process = new ProcessBuilder([engine.toString()] + words).redirectError(ProcessBuilder.Redirect.DISCARD).start()
    def text = process.inputStream.text.trim()
    process.waitFor()
    return text
}
assert ask(['ps', '-aq']).readLines().every { id ->
    !ask(['inspect', '--format', '{{range .Mounts}}{{.Source}} {{end}}', id]).split(' ').contains(basedir.canonicalPath)
}
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
