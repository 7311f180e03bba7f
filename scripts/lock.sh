# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# lock.sh - one process at a time for one thing, among all calls of this user on this machine.
#
# sourced after state.sh, supervise.sh and limit.sh. At most one lock is held. With flock the kernel gives it back when the holder ends;
# without it the lock is a symbolic link that names the holder's process, and a dead holder's lock is taken over.

lock_link=

# Waits for the lock named $1 (a component of a path), and tells a person after a while that this waits for $2. Fails when a
# signal came meanwhile.
lock() {
  lock_file=${state}/lock.$1
  if command -v flock >/dev/null; then
    exec 8>"${lock_file}"
    ! flock -n 8 || return 0
    notice="waiting for $2"
    child=starting
    flock 8 &
    child=$!
    await_child
  else
    lock_by_link "$2"
  fi
}

unlock() {
  if [ -n "${lock_link}" ]; then
    rm -f -- "${lock_link}"
    lock_link=
  else
    exec 8>&-
  fi
}

# Leaves the lock to the background process that was started while it was held: that one unlocks it, or ends.
leave_lock() {
  if [ -n "${lock_link}" ]; then
    lock_link=
  else
    exec 8>&-
  fi
}

# How often in a row a lock that nobody holds may not be had.
most_unheld=100

fail_to_lock() {
  printf 'invowk-engine: the private directory %s cannot be written\n' "${state}" >&2
  exit 70
}

lock_by_link() {
  waits=0
  unheld=0
  until ln -s "$$" "${lock_file}.link" 2>/dev/null; do
    holder=$(readlink "${lock_file}.link") || {
      # given back just now, or there is no writing here
      unheld=$((unheld + 1))
      [ "${unheld}" -lt "${most_unheld}" ] || fail_to_lock
      continue
    }
    unheld=0
    if ! kill -0 "${holder}" 2>/dev/null; then
      take_over
      continue
    fi
    child=starting
    sleep 1 &
    child=$!
    await_child || return
    waits=$((waits + 1))
    [ "${waits}" -ne "${notice_after}" ] || printf 'invowk-engine: waiting for %s\n' "$1" >&2
  done
  lock_link=${lock_file}.link
}

# Removes the lock of the dead process ${holder}. The rename lets only one do it; a lock that a third one made meanwhile is
# put back.
take_over() {
  mv -f -- "${lock_file}.link" "${lock_file}.$$" 2>/dev/null || return 0
  moved=$(readlink "${lock_file}.$$")
  rm -f -- "${lock_file}.$$"
  [ "${moved}" = "${holder}" ] || ln -s "${moved}" "${lock_file}.link" 2>/dev/null || :
}
