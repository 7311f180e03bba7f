// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
def token = new File(basedir, 'token.txt').text.trim()
assert token ==~ /[0-9a-f]{64}/
assert new File(basedir, 'out.txt').text == """true invowk
${basedir.canonicalPath}
OF THE HOST, OF THE CLIENT
status 42, wrong
from the container
shell 5
terminal
hidden
refused 255
"""

// The run has ended what was left over; nothing was written that the commands did not write.
def leftOver = ProcessHandle.of(Long.parseLong(new File(basedir, 'left-over').text.trim()))
assert !leftOver.present || leftOver.get().info().command().empty
assert (basedir.list() as Set) - context.get('before') - 'build.log' ==
        ['target', 'out.txt', 'errors', 'token.txt', 'left-over'] as Set

// Neither the token, nor a word of the server or of its logger, although Maven tells all that it knows.
assert !log.contains(token)
assert !log.contains('SLF4J')
assert !(log =~ /org\.apache\.sshd\.(common|server|core)\.|ServerSessionImpl/)
