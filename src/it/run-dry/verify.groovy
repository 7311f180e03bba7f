// SPDX-License-Identifier: Apache-2.0
assert !new File(basedir, 'ran').exists()
assert !new File(basedir, 'target/invowk/last-run.json').exists()
def log = new File(basedir, 'build.log').text
assert !log.contains('hush-5b1f')
[
    'runtime: container', 'image: debian:stable-slim', 'volume: ./cache:/cache:ro', 'port: 8080:80', 'words: 1',
    'needs tool: no-such-tool', 'Missing required arguments'
].each { assert log.contains(it) }
assert (log =~ /variables: .*ARG1 .*GIVEN .*TOKEN/).find()
