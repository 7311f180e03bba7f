// SPDX-License-Identifier: Apache-2.0
def log = new File(basedir, 'build.log').text
assert log =~ /search_paths: more \(.*config\.cue:2:1\)/
assert log =~ /ui\.verbose: true \(.*config\.cue:3:5\)/
assert log.contains('default_runtime: container (parameter)')
assert log.contains('ui.color_scheme: auto (default)')
assert new File(basedir, 'more/ran').text.trim() == new File(basedir, 'more').canonicalPath
assert log.contains('runtime: native')
assert log.contains('configuration does not count, because something is wrong with it')
assert log.contains('did you mean "search_paths"?')
