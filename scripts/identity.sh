# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# identity.sh - names and labels that tell whose a container or an image is.
#
# sourced after state.sh; needs an open work directory and session (may be empty)

# Sets host and now, the values of the labels io.invowk.host and io.invowk.started.
set_identity() {
  if [ -r /proc/sys/kernel/hostname ]; then
    read -r host </proc/sys/kernel/hostname
  else
    host=$(uname -n)
  fi
  set_now
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
