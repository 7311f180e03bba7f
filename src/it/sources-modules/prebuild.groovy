// SPDX-License-Identifier: Apache-2.0
new File(basedir, 'ran').delete()
return true
