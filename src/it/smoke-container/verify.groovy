// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'copy.cue').text == new File(basedir, 'invkfile.cue').text
assert new File(basedir, 'build.log').text.contains('copied as')
