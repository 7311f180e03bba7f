// SPDX-License-Identifier: Apache-2.0
// A closure that runs the Maven under test once more from a verify script: directory, then words. Answers the process
// builder, its streams still to be redirected.
return { File directory, List<String> words ->
    def windows = System.getProperty('os.name').startsWith('Windows')
    def command = [new File(mavenHome, windows ? 'bin/mvn.cmd' : 'bin/mvn').path,
            "-Dmaven.repo.local=${localRepositoryPath}".toString(),
            '-s', new File(basedir, '../interpolated-settings.xml').canonicalPath] + words
    def build = new ProcessBuilder(command*.toString()).directory(directory)
    build.environment().put('JAVA_HOME', javaHome.toString())
    return build
}
