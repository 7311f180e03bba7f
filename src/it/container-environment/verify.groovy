// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').getText('UTF-8') == '''implementation root pom isolated
one
two
it's "so" $HOME `id` \\ ö
home
'''
