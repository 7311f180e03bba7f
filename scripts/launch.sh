#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# launch.sh - the first program in every container: proves that the command starts, gives it its environment, becomes it.
#
# usage: /bin/sh /run/invowk/launch NONCE COMMAND [ARGUMENT]...
#   /run/invowk/env      sourced if there; lines: export NAME='value'
#   /run/invowk/home     HOME, when the one that would be is not a directory the user can write to
#   /run/invowk/started  created when nothing but the command is left to do
# stderr: one line, NONCE, after that; none when NONCE is "-"
# exit:   70 not started, else the command's own
#
# The shell is the image's own. It has no variable of ours, which the command could inherit: the list "$@" is all there is.

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
true >/run/invowk/started || exit 70
[ "$1" = - ] || printf '%s\n' "$1" >&2
shift
exec "$@"
