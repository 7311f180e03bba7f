// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
['From invkfile:', 'From org.example.more.invkmod:', 'From tools.invkmod:'].each { assert log.contains(it) }
assert log =~ /  deploy \(@invkfile\) \[native\*\]/
assert log =~ /  deploy - Deploy with tools \(@tools\) \[native\*\]/
assert log =~ /  lint all \[native\*\]/
assert new File(basedir, 'ran').readLines() == [
    'lints in tools.invkmod', 'tests units', 'deploys the project', 'deploys with tools true x', 'deploys with tools false',
    'deploys with tools true y', 'reports', 'reports', 'deploys the project'
]
