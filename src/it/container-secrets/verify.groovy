// SPDX-License-Identifier: Apache-2.0
new File(basedir, 'build-ended').text = ''
assert context.get('rounds').get() > 3
assert context.get('leaks').isEmpty()
assert new File(basedir, 'length').text.trim() == '52'
assert !new File(basedir, 'build.log').text.contains('-93ac')
