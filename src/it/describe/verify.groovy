// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
[
    'build [container*]', 'defined at invkfile.cue:2:8', 'usage: build <who>', '  who  string, required: Whom to build for',
    'source: invkfile, full name: build', '  variables of the command: TOKEN', '  needs tool: no-such-tool', '    image: debian:stable-slim'
].each { assert log.contains(it) }
assert !log.contains('hush-5b1f')
assert log.contains('did you mean "build"?')
