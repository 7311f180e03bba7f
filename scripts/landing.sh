# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# landing.sh - the host's side of a call that comes out of a sandbox (hop.sh, which says what the descriptors are).
#
# A process beside this one keeps the descriptors, so that no container engine inherits them: it tells when the sandbox's side sends a
# signal or is no more, and the sandbox's files are reached through it. Signals come on two ways, from flatpak-spawn and through the
# pipe: a terminal's on both. Those of the pipe arrive as PROF (INT), XCPU (HUP) and VTALRM (TERM, and the end of the pipe).

# Runs verb $4 with the arguments after it; $1 is the sandbox's working directory, $2 its kind, $3 the application.
land() {
  from_spawn=
  from_caller=
  taken=
  trap 'exit 130' INT PROF
  trap 'exit 143' TERM VTALRM
  trap 'exit 129' HUP XCPU
  attend <&5 >/dev/null 2>&1 5<&- 8<&- &
  landed=$!
  exec 4<&- 5<&- 6>&-
  case ${scripts} in
    "${sandbox_files}"*) scripts=/proc/${landed}/fd/4${scripts#"${sandbox_files}"} ;;
    *) ;;
  esac
  sandbox_files=/proc/${landed}/fd/4
  trap 'leave_host "$?"' EXIT
  # shellcheck source=scripts/sandbox.sh
  . "${scripts}/sandbox.sh"
  # shellcheck source=scripts/places.sh
  . "${scripts}/places.sh"
  set_sandbox || sandbox=none
  # the host may be in one, too
  case ${sandbox} in
    none | "$2") sandbox=$2 ;;
    *) sandbox=$2,${sandbox} ;;
  esac
  sandbox_app=$3
  set_sandbox_named
  if set_place "$1"; then cd -- "${place}" || :; fi
  verb=$4
  shift 4
  left=$#
  report=
  while [ "${left}" -gt 0 ]; do
    case $1 in
      --)
        while [ "${left}" -gt 0 ]; do
          set -- "$@" "$1"
          shift
          left=$((left - 1))
        done
        break
        ;;
      --workspace | --context) place_directory "$2" ;;
      --containerfile) place_below "$2" ;;
      --volume) place_volume "$2" ;;
      --env-file | --script | --control) place_file "$2" ;;
      --report)
        place_file "$2"
        report=${place}
        ;;
      --engine | --engine-timeout | --image | --tag | --name | --session | --kind | --workdir | --port | --host-port | --user | --selinux | --level | --stop-grace | --timeout)
        place=$2
        ;;
      *)
        set -- "$@" "$1"
        shift
        left=$((left - 1))
        continue
        ;;
    esac
    set -- "$@" "$1" "${place}"
    shift 2
    left=$((left - 2))
  done
  exec 8<&-
  # the doctor tells of it
  [ -z "${unplaced}" ] || [ "${verb}" = doctor ] || refuse_place
  # shellcheck disable=SC1090 # one of the verbs that invowk-engine knows
  . "${scripts}/${verb}.sh"
}

# The process beside. It ignores what the whole process group gets.
attend() {
  trap '' INT HUP
  while read -r word; do
    case ${word} in
      INT) kill -s PROF "$$" ;;
      HUP) kill -s XCPU "$$" ;;
      *) kill -s VTALRM "$$" ;;
    esac
  done
  ! is_parent_alive || kill -s VTALRM "$$"
  while is_parent_alive; do
    # in a child: dash would move this process's own descriptors away meanwhile
    (exec sleep 1 4<&- 6>&-)
  done
}

# Whether the shell that this process is of has not ended: its number may be another process's by then.
is_parent_alive() {
  read -r process </proc/self/stat || return
  process=${process##*) }
  process=${process#* }
  [ "${process%% *}" = "$$" ]
}

# Called by watch_signals of supervise.sh.
watch_hop() {
  trap 'take_from spawn INT 130' INT
  trap 'take_from spawn TERM 143' TERM
  trap 'take_from spawn HUP 129' HUP
  trap 'take_from caller INT 130' PROF
  trap 'take_from caller TERM 143' VTALRM
  trap 'take_from caller HUP 129' XCPU
}

ignore_hop() {
  trap '' PROF VTALRM XCPU
}

# Signal $2 came on way $1; $3 is its status. What both ways bring counts once: the n-th of one way is the n-th of the other.
take_from() {
  case $1 in
    spawn)
      from_spawn="${from_spawn} $2"
      set_times "$2" "${from_spawn}"
      ;;
    *)
      from_caller="${from_caller} $2"
      set_times "$2" "${from_caller}"
      ;;
  esac
  hop_came=${hop_times}
  set_times "$2" "${taken}"
  if [ "${hop_came}" -gt "${hop_times}" ]; then
    taken="${taken} $2"
    take_signal "$2" "$3"
  fi
}

# Sets hop_times to how often word $1 is in the list $2.
set_times() {
  hop_times=0
  for hop_word in $2; do
    [ "${hop_word}" != "$1" ] || hop_times=$((hop_times + 1))
  done
}

# The last thing of this side, with its exit status $1. bash may do the trap for EXIT in a child that ends before it has begun.
# shellcheck disable=SC3028 # empty but in bash
leave_host() {
  if [ "${BASHPID:-$$}" = "$$" ]; then
    # for reading, too: it would wait for a reader, and the sandbox's side may be no more
    { printf 'ended %s\n' "$1" 1<>"/proc/${landed}/fd/6"; } 2>/dev/null || :
    kill -s TERM "${landed}" 2>/dev/null || :
  fi
}
