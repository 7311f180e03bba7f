# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# state.sh - the caller's private directory: what is known of the engines, locks, and one work directory for each call.
#
# sourced; sets caller_uid, state and work

# Sets state to a directory that only the caller can enter: below the login session's directory, which is in memory and
# ends with the session, or else below TMPDIR. Fails when somebody else has taken the place.
open_state() {
  caller_uid=$(id -u)
  for runtime_directory in "${XDG_RUNTIME_DIR:-}" "/run/user/${caller_uid}"; do
    state=${runtime_directory}/invowk
    if [ -d "${state}" ]; then
      ! is_private "${state}" || return 0
    elif [ -n "${runtime_directory}" ] && [ -w "${runtime_directory}" ] && is_private "${runtime_directory}"; then
      make_private "${state}" && return 0
    fi
  done
  state=${TMPDIR:-/tmp}/invowk-${caller_uid}
  [ -d "${state}" ] || make_private "${state}" || return 70
  is_private "${state}" && return 0
  printf 'invowk-engine: %s is not a directory that only uid %s can enter; remove it, or set XDG_RUNTIME_DIR\n' \
    "${state}" "${caller_uid}" >&2
  return 70
}

# Makes directory $1 for the caller alone; another call may make it at the same moment.
make_private() {
  mkdir -m 700 -- "$1" 2>/dev/null || is_private "$1"
}

# Whether $1 is a directory, not a symbolic link, of the caller, that no one else may enter. A letter after the mode tells
# of a security context (".", "@"); "+" is an access list, which may let others in.
is_private() {
  listing=$(ls -ldn -- "$1" 2>/dev/null) || return
  case ${listing} in
    'drwx------ '* | 'drwx------.'* | 'drwx------@'*) ;;
    *) return 1 ;;
  esac
  read -r _ _ owner _ <<END
${listing}
END
  [ "${owner}" = "${caller_uid}" ]
}

# Sets work to a new directory of this call; its last component is $1, a dot and a name no other call has.
open_work() {
  work=$(mktemp -d "${state}/$1.XXXXXXXXXX")
}

# Removes the work directory with all that a command left there, directories without write permission included.
close_work() {
  [ -n "${work:-}" ] || return 0
  rm -rf -- "${work}" 2>/dev/null || {
    chmod -R u+rwX -- "${work}" 2>/dev/null || :
    rm -rf -- "${work}" || :
  }
  work=
}

# Sets checksum to a short name for the text $1, of digits and one dash.
set_checksum() {
  checksum=$(printf '%s' "$1" | cksum)
  checksum=${checksum%% *}-${#1}
}
