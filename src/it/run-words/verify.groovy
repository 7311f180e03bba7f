// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'ran').readLines() == [
    '3 0 false <> core 1 ', '31 1e-05 true <> core 2 more', '15 1e+06 false <two words> core -5 '
]
def builds = new File(basedir, 'build.log').text.split('Building run-words')
assert builds.size() == 10
assert builds[4].contains('Too many arguments')
assert builds[5].contains('Invalid argument value "Core" for "suite"')
assert builds[6].contains('Missing required arguments')
(4..6).each { assert builds[it].contains('suite  string, required: What to test') }
assert builds[7] =~ /--level many/ && builds[7] =~ /"many"/ && builds[7] =~ /"x"/
assert builds[8].contains('did you mean "test unit"?')
assert builds[9].contains('did you mean "--loud"?')
