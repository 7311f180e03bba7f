// SPDX-License-Identifier: Apache-2.0
// Selects the tests that need a container engine. In CI a missing engine is a failure, so they always run there;
// elsewhere they are skipped, with a message, unless the engine answers.
if (System.getenv('CI') == 'true') {
    return true
}
try {
    def answers = [engine, 'version'].execute()
    answers.consumeProcessOutput()
    if (answers.waitFor() == 0) {
        return true
    }
} catch (IOException ignored) {
    // Not on PATH.
}
println "skipped: ${engine} does not answer; src/it/lab/setup makes a machine able to test"
return false
