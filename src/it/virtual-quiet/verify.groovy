// SPDX-License-Identifier: Apache-2.0
// The log of the test cannot show bytes, so the build runs once more, its standard output caught as it is.
def maven = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/maven.groovy'))
def out = new File(basedir, 'out.bin')
def err = new File(basedir, 'err.txt')
def process = maven(basedir, ['-q', 'invowk:run', '-Dinvowk.cmd=bytes']).redirectOutput(out).redirectError(err).start()
assert process.waitFor() == 0 : err.text + out.text
assert out.bytes == [0x61, 0, 0x62, 0xff, *' no line end'.bytes] as byte[]
assert err.text.contains('aside')
