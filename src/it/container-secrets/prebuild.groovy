// SPDX-License-Identifier: Apache-2.0
// Reads the command line of every process over and over while the build runs, and three times more while the command
// itself runs, and keeps each one that holds a secret.
def leaks = Collections.synchronizedSet(new TreeSet())
context.put('leaks', leaks)
context.put('rounds', new java.util.concurrent.atomic.AtomicInteger())
def secrets = ['token-from-the-host' + '-5b1f', 'password-from-the-file' + '-93ac']
def look = {
    new File('/proc').eachDirMatch(~/\d+/) { process ->
        try {
            def line = new File(process, 'cmdline').getText('ISO-8859-1').replace('\0', ' ')
            secrets.findAll { line.contains(it) }.each { leaks << line }
        } catch (IOException ignored) {
            // The process has ended.
        }
    }
    context.get('rounds').incrementAndGet()
}
Thread.startDaemon('command-line-watch') {
    while (!new File(basedir, 'started').exists() && !new File(basedir, 'build-ended').exists()) {
        look()
    }
    3.times { look() }
    new File(basedir, 'seen').text = ''
}
return true
