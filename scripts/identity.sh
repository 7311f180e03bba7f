# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# identity.sh - names and labels that tell whose a container or an image is.
#
# sourced after state.sh and engine.sh; needs an open work directory, session (may be empty), and what find_engine sets
#
# An owner is the process of the engine that made a thing. It is written as seven words, "-" for one that is not known:
#   HOST MACHINE BOOT NAMESPACE UID PID STARTED
# the machine's name and the first digits of its id, the id of its boot, the namespace that PID is a number in, whose process it is, and when it started:
# a number is given again later, and means something only within one namespace and one boot.

# The inode of the namespace that a machine boots with (Linux: PROC_PID_INIT_INO).
first_namespace=4026531836

# Sets host, machine and process_start, which with boot, pid_namespace and caller_uid are this process as an owner. Linux counts the
# start in clock ticks from boot on. Where /proc is of another namespace than this process, nothing is known of the namespace.
set_identity() {
  machine=
  if [ -r /proc/sys/kernel/hostname ]; then
    read -r host </proc/sys/kernel/hostname
  else
    host=$(uname -n)
  fi
  # the whole id is not to be made known: machine-id(5)
  [ ! -r /etc/machine-id ] || read -r machine </etc/machine-id || :
  machine=${machine%????????????????????????}
  if [ -r /proc/self/stat ]; then
    read -r process_start </proc/self/stat
    [ "${process_start%% *}" = "$$" ] || pid_namespace=
    set_process "${process_start}"
    process_start=${process_started}
  else
    process_start=$(ps -o lstart= -p "$$")
  fi
  machine=${machine:--}
  boot=${boot:--}
  pid_namespace=${pid_namespace:--}
}

# Sets process_state and process_started from line $1 of /proc/PID/stat.
set_process() {
  # the name in front may hold blanks and brackets
  # shellcheck disable=SC2086 # fields of the line
  set -- ${1##*) }
  process_state=$1
  process_started=${20}
}

# Sets proof to how it is known that owner "$@" (words) has ended: "process", it ran in this boot and is no more; "boot", this
# machine has booted since. Fails when it lives, or when nothing proves that it does not: it is another machine's, another user's
# (whose processes may be hidden), or of a namespace that cannot be seen from here.
prove_end() {
  [ "$#" -eq 7 ] && [ "$1" = "${host}" ] && [ "$5" = "${caller_uid}" ] || return
  [ "$3" != - ] && [ "${boot}" != - ] && [ "$4" != - ] && [ "$4" = "${pid_namespace}" ] || return
  case $6/$7 in
    /* | */ | *[!0-9/]*) return 1 ;;
    *) ;;
  esac
  if [ "$3" != "${boot}" ]; then
    # machines that are copies of each other have one id: removal of a container that runs is left to no such proof
    proof=boot
    [ "$2" != - ] && [ "$2" = "${machine}" ] && [ "$4" = "${first_namespace}" ]
    return
  fi
  proof=process
  if ! read -r process 2>/dev/null <"/proc/$6/stat"; then
    [ ! -e "/proc/$6" ] && ! kill -0 "$6" 2>/dev/null
    return
  fi
  set_process "${process}"
  # a process that has ended is listed until its parent takes notice
  case ${process_state} in
    Z | X) ;;
    *) [ "${process_started}" != "$7" ] ;;
  esac
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

# Becomes the engine's call $1 with the labels of a container that this process makes for itself, and the other arguments.
exec_labelled() {
  verb=$1
  shift
  exec "${engine_path}" "${verb}" --label "io.invowk.host=${host}" --label "io.invowk.machine=${machine}" \
    --label "io.invowk.boot=${boot}" --label "io.invowk.namespace=${pid_namespace}" --label "io.invowk.uid=${caller_uid}" \
    --label "io.invowk.pid=$$" --label "io.invowk.started=${process_start}" --label "io.invowk.session=${session:--}" "$@"
}
