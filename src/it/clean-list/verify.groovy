// SPDX-License-Identifier: Apache-2.0
def image = new groovy.json.JsonSlurper().parse(new File(basedir, 'target/invowk/last-run.json')).image
def present = [engine.toString(), 'image', 'inspect', image].execute().with { consumeProcessOutput(); waitFor() } == 0
[engine.toString(), 'rmi', image].execute().with { consumeProcessOutput(); waitFor() }
assert present : "a clean without confirmation removed ${image}"
def log = new File(basedir, 'build.log').readLines('UTF-8')
def listed = log.findAll { it.startsWith("[INFO]   image ${image} (${engine}, ") }
assert listed.size() == 1 : 'one goal looks for images'
assert log.indexOf('[INFO] would be removed:') < log.indexOf(listed[0])
assert log.any { it ==~ /\[INFO\] nothing has been removed yet: -Dinvowk\.confirm removes the \d+ listed first/ }
def caches = log.findAll { it =~ /^\[INFO\]   cache .*\/(engines|scripts-[0-9a-f]{16}) \(/ || it =~ /^\[INFO\]   cache .*\/engines$/ }
assert caches.size() >= 2
assert log.any { it.contains('unknown value "image" of invowk.kinds') }
