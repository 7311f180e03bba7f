# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# identity.sh - names and labels that tell whose a container or an image is.
#
# sourced after state.sh; needs an open work directory and session (may be empty)

# Sets host and process_start, the values of the labels io.invowk.host and io.invowk.started. The start of this process tells
# it from a later one that gets its number; Linux counts it in clock ticks from boot on.
set_identity() {
  if [ -r /proc/sys/kernel/hostname ]; then
    read -r host </proc/sys/kernel/hostname
  else
    host=$(uname -n)
  fi
  if [ -r "/proc/$$/stat" ]; then
    read -r process_start <"/proc/$$/stat"
    # the name in front may hold blanks and brackets
    # shellcheck disable=SC2086 # fields of the line
    set -- ${process_start##*) }
    process_start=${20}
  else
    process_start=$(ps -o lstart= -p "$$")
  fi
}

# Sets now to the time, UTC, ISO 8601, in seconds.
set_now() {
  now=$(date -u +%Y-%m-%dT%H:%M:%SZ)
}

# Sets container_name to a name no other container has.
set_container_name() {
  container_name=${session:-$$}
  # a name has fewer kinds of letters than a label's value
  case ${container_name} in
    *[!A-Za-z0-9_.-]*) container_name=$$ ;;
    *) ;;
  esac
  container_name=invowk-${container_name}-${work##*.}
}
