// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'conf/tool.sh').setExecutable(true)
return true
