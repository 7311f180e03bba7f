// SPDX-License-Identifier: Apache-2.0
// Copies OpenSSH's client of this machine, and what it needs to run anywhere, into the project.
def client = new File(basedir, 'client')
client.mkdirs()
def copies = '''set -eu
ssh=$(command -v ssh) || {
  echo "ssh is missing; apt-get install openssh-client" >&2
  exit 1
}
cp -L -- "$ssh" client/ssh
ldd "$ssh" | while read -r name arrow path rest; do
  case $name in
    /*) cp -L -- "$name" client/loader ;;
    *) [ "$arrow" != '=>' ] || cp -L -- "$path" client/ ;;
  esac
done
printf '#!/bin/sh\\nprintf "%%s\\\\n" "$INVOWK_SSH_TOKEN"\\n' >client/token
chmod 755 client/token
printf 'root:x:0:0::/root:/bin/sh\\n' >client/passwd
[ "$(id -u)" -eq 0 ] || printf 'caller:x:%s:%s::/:/bin/sh\\n' "$(id -u)" "$(id -g)" >>client/passwd
'''
def shell = new ProcessBuilder('sh', '-c', copies).directory(basedir).redirectErrorStream(true).start()
def said = shell.inputStream.text
assert shell.waitFor() == 0: said
context.put('before', basedir.list() as Set)
return true
