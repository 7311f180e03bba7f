// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
['From configured search path:', 'From kit.invkmod:', 'From user commands (~/.invowk/cmds):'].each { assert log.contains(it) }
assert log.split('Building sources-places')[1].count('  shared [native*]') == 1
['home/.invowk/cmds': 'mine', 'home/.invowk/cmds/sub': 'deep', 'more/commands': 'extra', 'more/kit.invkmod': 'kit'].each { place, text ->
    assert new File(basedir, place + '/ran').text.trim() == text
}
return true
