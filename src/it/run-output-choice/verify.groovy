// SPDX-License-Identifier: Apache-2.0
// What -q, -B and -T do to the output of a command, and what the parameter makes of it; input is piped into Maven.
assert new File(basedir, 'build.log').text.contains('expected "auto", "inherit", "log" or "plain"')
def maven = new GroovyShell(binding).evaluate(new File(basedir, '../../../src/it/maven.groovy'))
def input = new File(basedir, 'input')
input.text = 'piped\n'
def out = new File(basedir, 'out')
def run = { List<String> words ->
    def process = maven(basedir, ['-Dstyle.color=never', *words]).redirectInput(input).redirectOutput(out)
            .redirectErrorStream(true).start()
    assert process.waitFor() == 0 : out.text
    return out.readLines()
}
assert run(['-q', 'validate']) == ['no input']
assert run(['validate']).contains('[INFO] no input')
assert run(['-B', '-T2', 'validate']).contains('[INFO] no input')
assert run(['-q', 'validate', '-Dinvowk.output=inherit']) == ['read piped']
assert run(['-q', '-B', '-T2', 'validate', '-Dinvowk.output=inherit']) == ['read piped']
assert run(['-q', 'validate', '-Dinvowk.output=log']) == []
assert run(['validate', '-Dinvowk.output=log']).contains('[INFO] no input')
assert run(['validate', '-Dinvowk.output=plain']).contains('no input')
assert run(['-B', '-T2', 'validate', '-Dinvowk.output=plain']).contains('no input')
