# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# state.sh - the caller's private directory: what is known of the engines, locks, and one work directory for each call.
#
# sourced; sets caller_uid, caller_gid, state and work

# Sets caller_uid and caller_gid. Linux tells a shell of itself, elsewhere a program has to be asked.
set_caller() {
  caller_uid=
  if [ -r /proc/self/status ]; then
    while read -r key _ effective _; do
      case ${key} in
        Uid:) caller_uid=${effective} ;;
        Gid:)
          caller_gid=${effective}
          break
          ;;
        *) ;;
      esac
    done </proc/self/status
  fi
  [ -n "${caller_uid}" ] || {
    caller_uid=$(id -u)
    caller_gid=$(id -g)
  }
}

# Sets state to a directory that only the caller can enter: below the login session's directory, which is the caller's alone, in
# memory, and ends with the session; or else below TMPDIR. Fails when somebody else has taken the place.
open_state() {
  set_caller
  for runtime_directory in "${XDG_RUNTIME_DIR:-}" "/run/user/${caller_uid}"; do
    state=${runtime_directory}/invowk
    if is_own "${runtime_directory}" && { is_own "${state}" || make_private "${state}"; }; then
      return 0
    fi
  done
  state=${TMPDIR:-/tmp}/invowk-${caller_uid}
  if { is_own "${state}" || make_private "${state}"; } && is_private "${state}"; then
    return 0
  fi
  printf 'invowk-engine: %s is not a directory that only uid %s can enter; remove it, or set XDG_RUNTIME_DIR\n' \
    "${state}" "${caller_uid}" >&2
  return 70
}

# Whether $1 is a directory of the caller and no symbolic link. dash, busybox and bash all know -O; ls would cost a process.
# shellcheck disable=SC3067
is_own() {
  [ -d "$1" ] && [ ! -h "$1" ] && [ -O "$1" ]
}

# Makes directory $1 for the caller alone; another call may make it at the same moment.
make_private() {
  mkdir -m 700 -- "$1" 2>/dev/null || is_own "$1"
}

# Whether no one but the owner may enter directory $1. A letter after the mode tells of a security context (".", "@"); "+" is
# an access list, which may let others in.
is_private() {
  listing=$(ls -ldn -- "$1" 2>/dev/null) || return
  case ${listing} in
    'drwx------ '* | 'drwx------.'* | 'drwx------@'*) ;;
    *) return 1 ;;
  esac
}

# Sets work to a path for the directory of this call: $1, a dot and a name that no call on any machine has.
name_work() {
  if [ -r /proc/sys/kernel/random/uuid ]; then
    read -r unique </proc/sys/kernel/random/uuid
  else
    unique=$(uuidgen)
  fi
  work=${state}/$1.${unique}
}

# Makes the work directory, private to the caller, with the sub-directories $@, each one named after its parent.
open_work() {
  directories=$#
  while [ "${directories}" -gt 0 ]; do
    set -- "$@" "${work}/$1"
    shift
    directories=$((directories - 1))
  done
  mkdir -m 700 -- "${work}" "$@"
}

close_work() {
  [ -z "${work:-}" ] || remove_work "${work}" || :
  work=
}

# The last thing of a call, for the trap of EXIT.
end_call() {
  call_status=$?
  close_work
  [ -z "${landed-}" ] || leave_host "${call_status}"
}

# Removes work directory $1 with all that a command left there, directories without write permission included, and then the file
# that tells whose it is (sweep.sh).
remove_work() {
  rm -rf -- "$1" "${state}/owner.${1##*/}" 2>/dev/null || {
    chmod -R u+rwX -- "$1" 2>/dev/null || :
    rm -rf -- "$1" "${state}/owner.${1##*/}"
  }
}

# Sets checksum to a short name for the text $1, of digits and one dash.
set_checksum() {
  checksum=$(printf '%s' "$1" | cksum)
  checksum=${checksum%% *}-${#1}
}

# Sets note to the name in the state directory of what is known of $2, an image or a path, of kind $1: without a process.
set_note() {
  note=${state}/$1.
  rest=$2/
  while [ -n "${rest}" ]; do
    note=${note}${rest%%/*}+
    rest=${rest#*/}
  done
}
