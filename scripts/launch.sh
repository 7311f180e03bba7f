#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# launch.sh - the first program in every container: proves that the command starts, gives it its environment, becomes it.
#
# usage: /bin/sh /run/invowk/launch NONCE DIRECTORY COMMAND [ARGUMENT]...
#   DIRECTORY            where the command works; empty: where the image says
#   /run/invowk/env      sourced if there; lines: export NAME='value'
#   /run/invowk/proof    lines: an inode, a blank, and the path that must have it
#   /run/invowk/home     HOME, when the one that would be is not a directory the user can write to
#   /run/invowk/started  created when nothing but the command is left to do
# stderr: one line, NONCE, after that; none when NONCE is "-"
# exit:   70 not started, else the command's own
#
# The working directory is set here because the engines differ when it is missing: podman fails, docker makes it, for root; and
# because podman would make it the home directory of the caller's entry in /etc/passwd.
# The shell is the image's own. It has no variable of ours, which the command could inherit: the list "$@" is all there is.

if [ -e /run/invowk/proof ]; then
  # in a child, which leaves no variable; an image without ls proves nothing
  (
    while read -r inode path; do
      case " $(ls -di -- "${path}" 2>/dev/null)" in
        ' ' | *" ${inode} ${path}") ;;
        *)
          printf '%s\n' "the container engine has mounted something else on ${path} than what was meant" >&2
          exit 1
          ;;
      esac
    done </run/invowk/proof
  ) || exit 70
fi
if [ -e /run/invowk/env ]; then
  # bash, as sh, ends at a name that is read-only in it (UID); not so outside its POSIX mode
  # shellcheck disable=SC3040
  if (set +o posix) 2>/dev/null; then set +o posix; fi
  # tried in a child first: a name that this shell cannot set may end it
  # shellcheck source=/dev/null
  set -- "$(
    . /run/invowk/env 2>&1
    printf '/done'
  )" "$@"
  case $1 in
    */done) shift ;;
    *)
      printf '%s\n' "the environment cannot be set in this image's shell: $1" >&2
      exit 70
      ;;
  esac
  # shellcheck source=/dev/null
  . /run/invowk/env 2>/dev/null
fi
if [ ! -d "${HOME-}" ] || [ ! -w "${HOME}" ]; then
  HOME=/run/invowk/home
  export HOME
fi
[ -z "$2" ] || cd -- "$2" || exit 70
true >/run/invowk/started || exit 70
[ "$1" = - ] || printf '%s\n' "$1" >&2
shift 2
exec "$@"
