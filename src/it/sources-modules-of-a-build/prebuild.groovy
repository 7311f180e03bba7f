// SPDX-License-Identifier: Apache-2.0
['', 'own/', 'without/'].each { new File(basedir, it + 'ran').delete() }
return true
