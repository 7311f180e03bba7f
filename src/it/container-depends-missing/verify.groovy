// SPDX-License-Identifier: Apache-2.0
assert !new File(basedir, 'ran').exists()
assert !new File(basedir, 'looked').exists()
def calls = new File(basedir, 'calls').readLines()
// a start that finds that the image must be built first is made again, under the same name
assert calls.findAll { it.startsWith('run ') }.collect { (it =~ /--name (\S+)/)[0][1] }.toSet().size() == 3
def log = new File(basedir, 'build.log').text
assert log.contains('command "tools" needs the tool "no-such-tool" or "mvn"')
assert log.contains('= mvn: no such program in the image')
assert !log.contains('"our-tool"\n')
assert !log.contains('command "tools" needs the file')
assert log.contains('command "files" needs the file "absent" or "/only-there"')
assert log.contains('= /only-there: does not exist')
assert log.contains('command "files" needs the executable file "pom.xml"')
assert log.contains('= pom.xml: cannot be executed')
assert log.contains('= status: exit status 1, expected 0; it wrote nothing')
assert log.contains('= slow: not done after 1 s')
return new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/golden-message.groovy'))
