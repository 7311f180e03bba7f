// SPDX-License-Identifier: Apache-2.0
// A container engine that notes how it is called; user.properties names it.
def program = new File(basedir, 'engine')
program.text = "#!/bin/sh\nprintf '%s\\n' \"\$*\" >>'${basedir}/calls'\nexec ${engine} \"\$@\"\n"
assert program.setExecutable(true)
return true
