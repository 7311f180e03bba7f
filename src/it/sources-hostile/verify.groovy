// SPDX-License-Identifier: Apache-2.0
// Files, directories and words that nobody should have: one diagnostic each, and what is right beside them works.
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def right = 'cmds: [{name: "x", implementations: [{script: "true", runtimes: [{name: "native"}]}]}]\n'
def maven = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/maven.groovy'))
def home = new File(basedir, 'home')
def run = { File homeOfUser, int status, List<String> words ->
    def build = maven(basedir, ['-B', '-Dstyle.color=never', *words]).redirectErrorStream(true)
    build.environment().remove('XDG_CONFIG_HOME')
    build.environment().put('HOME', homeOfUser.path)
    def process = build.start()
    process.outputStream.close()
    def text = process.inputStream.getText('UTF-8')
    assert process.waitFor() == status : text
    assert !text.contains('\tat ') : text
    assert !text.contains('\u001b') && !text.contains('\u0000') : text
    return text
}
def open = { File file -> Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString('rwxr-xr-x')) }
def close = { File file -> Files.setPosixFilePermissions(file.toPath(), PosixFilePermissions.fromString('---------')) }
def place = { String name ->
    def directory = new File(basedir, name)
    assert directory.directory || directory.mkdirs()
    return directory
}
def link = { File from, String to ->
    Files.deleteIfExists(from.toPath())
    Files.createSymbolicLink(from.toPath(), java.nio.file.Path.of(to))
}

def expected = [
    big: /big\/invkfile\.cue" is larger than 5242880 bytes/,
    utf16: /utf16\/invkfile\.cue:1:1: error: the file is not UTF-8/,
    latin1: /latin1\/invkfile\.cue:1:\d+: error: the file is not UTF-8/,
    itself: /cannot read "itself\/invkfile\.cue": too many levels of symbolic links/,
    none: null,
]
new File(place('big'), 'invkfile.cue').text = right + '/' * 2 + 'x' * (5 * 1024 * 1024 + 1 - right.length() - 2)
assert new File(basedir, 'big/invkfile.cue').length() == 5 * 1024 * 1024 + 1
new File(place('utf16'), 'invkfile.cue').setText('\ufeff' + right, 'UTF-16LE')
new File(place('latin1'), 'invkfile.cue').setText('// caf\u00e9\n' + right, 'ISO-8859-1')
link(new File(place('itself'), 'invkfile.cue'), 'invkfile.cue')
['x;reboot', '-rf', '$(touch owned)', '\u001b[31mred'].each { name ->
    new File(place(name + '.invkmod'), 'invkfile.cue').text = right
}
def commands = place('home/.invowk/cmds')
link(new File(commands, 'loop'), '.')
link(new File(commands, 'around'), '../../..')
new File(place('home/.invowk/cmds/good'), 'invkfile.cue').text = right.replace('"x"', '"mine"')
def superuser = Files.isReadable(java.nio.file.Path.of('/etc/shadow'))
def closed = place('home/.invowk/cmds/closed')
def secret = new File(place('secret'), 'invkfile.cue')
secret.text = right
if (!superuser) {
    expected.secret = /cannot read "secret\/invkfile\.cue": permission denied/
}
try {
    close(closed)
    close(secret)
    def log = run(home, 0, ['invowk:list', "-Dinvowk.searchPaths=${expected.keySet().join(',')}".toString()])
    expected.each { name, pattern ->
        assert pattern == null || (log =~ pattern).count == 1 : "expected once: ${pattern}\n${log}"
    }
    assert superuser || log.count('cannot look for commands in "home/.invowk/cmds/closed": permission denied') == 1 : log
    ['x;reboot', '-rf', '$(touch owned)', '\\' + 'u001b[31mred'].each { name ->
        assert log.count("the commands of ${name}.invkmod are missing") == 1 : log
        assert log.count("the directory \"${name}.invkmod\" has no name of a module") == 1 : log
    }
    assert log.count('  show [native*]') == 1
    assert log.count('  mine [native*]') == 1
} finally {
    open(closed)
    open(secret)
}

// a home directory that does not exist holds nothing, and that is no reason to say anything
def log = run(new File(basedir, 'no/such/home'), 0, ['invowk:list'])
assert log.contains('  show [native*]')
assert !log.contains('such/home')

// words are words, whatever they look like
log = run(home, 0, ['invowk:run', '-Dinvowk.cmd=show -- -rf \'$(touch owned)\' \';touch owned\' \'`touch owned`\' \'*\' \'\u00e9\''])
assert new File(basedir, 'shown').readLines('UTF-8') ==
        ['<-rf>', '<$(touch owned)>', '<;touch owned>', '<`touch owned`>', '<*>', '<\u00e9>']
[['$(touch owned)', /unknown command/], ['; touch owned', /unknown command/], ['\u001b[31mred', /unknown command/],
 ['--no-such show', /--no-such/], ['@../../etc show', /Source "\.\.\/\.\.\/etc" not found/], ['"', /quot/], ['', /./]].each { words, pattern ->
    def text = run(home, 1, ['invowk:run', '-Dinvowk.cmd=' + words])
    assert text =~ pattern : text
}
assert !new File(basedir, 'owned').exists()
return true
