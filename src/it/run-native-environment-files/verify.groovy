// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').readLines() == [
    'the file\'s file', 'the command\'s file', 'the implementation\'s file',
    'vars of the file', 'vars of the command', 'vars of the implementation',
    'a file of the run', 'a file in the words', 'run', 'it\'s "so" $HOME',
    'io.invowk.maven.it:run-native-environment-files:1', 'the project is here']
assert new File(basedir, 'target/made').exists()
