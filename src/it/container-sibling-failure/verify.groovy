// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert new File(basedir, 'waits/told').text == 'told\n'
assert !new File(basedir, 'waits/late').exists()
assert log.contains('command "fails" exited with status 3')
def containers = [engine.toString(), 'ps', '-aq'].execute().text.readLines().findAll { id ->
    def mounts = [engine.toString(), 'inspect', '--format', '{{range .Mounts}}{{.Source}} {{end}}', id].execute().text
    mounts.trim().split(' ').contains(new File(basedir, 'waits').canonicalPath)
}
assert containers.isEmpty()
