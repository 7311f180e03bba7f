# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# doctor.sh - the verb "doctor": tells whether containers can run here, by the questions that a run asks, and what is in the way.
#
# sourced by invowk-engine after surroundings.sh, on the host of a sandbox by landing.sh; see usage below
for part in state messages supervise limit lock engine identity options users selinux monitors builds sweep findings prove examine; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

# Less than a run's: a person waits, and nothing is lost if an engine is only busy.
engine_timeout=30

usage() {
  cat <<'END'
usage: invowk-engine doctor [OPTION]...

Tells whether containers can run here: the sandbox, the container engines and why each is taken or not, ids, SELinux, whether
the engine has the project's directory; and what is in the way. It pulls nothing and changes nothing. It starts no container but
one that lists the project's directory, read-only, of an image that is there, where only that can tell what a service mounts.

  --workspace DIR           the project's directory, default: the working directory
  --engine NAME|PATH        an engine to try; repeatable, default: podman podman-remote docker
  --selinux MODE            private (default), shared, disable or none, as for run
  --engine-timeout SECONDS  how long an engine may take for one answer; default 30, 0: no limit

stdout: lines of fields with tabs between them: SUBJECT NAME VALUE, SUBJECT being sandbox, project, user, state, engine (each
        "candidate" begins another one), containers (what a run would take); or
        finding LEVEL TEXT CURE: LEVEL error (no container can run), warning or note; CURE "-": nothing is known
exit:   0 containers can run; else as a run would end: 64 the project cannot be mounted, or usage; 69 no engine answers;
        70 the one that is taken hangs or fails, or no private directory; 128+n ended by signal n
END
}

on_interrupt() {
  exit "${signal_status}"
}

on_grace_over() {
  :
}

# Sets workspace, selinux, engine_timeout and called from the arguments; --engine is looked up again.
read_doctor_options() {
  workspace=${PWD} selinux=private called=0 session='' error='' verb=doctor
  while [ "$#" -gt 0 ]; do
    case $1 in
      --help)
        usage
        exit 0
        ;;
      --workspace | --engine | --selinux | --engine-timeout | --called) ;;
      *)
        mistake "unknown option \"$1\""
        break
        ;;
    esac
    if [ "$#" -lt 2 ] || [ -z "$2" ]; then
      mistake "$1 needs a value"
      break
    fi
    case $1 in
      --workspace) set_absolute "$2" && workspace=${absolute} ;;
      --selinux) selinux=$2 ;;
      --engine-timeout) engine_timeout=$2 ;;
      --called) called=$2 ;;
      *) ;;
    esac
    shift 2
  done
  check_seconds --engine-timeout "${engine_timeout}"
  case ${selinux} in
    private | shared | disable | none) ;;
    *) mistake '--selinux is private, shared, disable or none' ;;
  esac
  [ -n "${landed-}" ] || [ -d "${workspace}" ] || mistake "--workspace is not a directory: ${workspace}"
  [ -z "${error}" ] || fail_usage
}

main() {
  verdict=0
  # of the sandbox's directory, if that has no place here
  lost=${unplaced-}
  [ -z "${lost}" ] || set_place_error
  lost_error=${error-}
  lost_cure=${cure-}
  read_doctor_options "$@"
  [ -z "${landed-}" ] || tell_of_landing
  tell project host_path "${workspace}"
  [ -z "${lost}" ] || tell_error 64 "${lost_error}" "${lost_cure}"
  tell_of_state
  tell_of_user
  watch_signals
  examine_engines "$@"
  conclude
}

# The way out of the sandbox worked.
tell_of_landing() {
  set_clock
  [ "${called}" -eq 0 ] || tell sandbox hop_ms "$((clock - called))"
  [ -n "${lost}" ] || tell project proof_sandbox 'the same inode of the same device'
  case ${sandbox} in
    *,*)
      tell sandbox host "${sandbox#*,}"
      tell_finding note "the host of ${sandbox_named} is in a sandbox itself: ${sandbox#*,}" ''
      ;;
    *) ;;
  esac
  case ${scripts} in
    /proc/*) tell state scripts "in the sandbox, read through its root directory" ;;
    *) tell state scripts "${scripts}" ;;
  esac
}

tell_of_state() {
  if ! open_state 2>/dev/null; then
    tell_error 70 "the private directory ${state} is not one that only uid ${caller_uid} can enter" \
      'remove it, or set XDG_RUNTIME_DIR to a directory of the user'\''s own'
    conclude
  fi
  tell state directory "${state}"
  [ -n "${landed-}" ] || {
    set_absolute "${scripts}"
    tell state scripts "${absolute}"
  }
}

# Who calls, and what the machine lets that user do: rootless engines need ids and user namespaces.
tell_of_user() {
  user_name=$(id -un 2>/dev/null) || user_name=
  tell user name "${user_name}"
  tell user ids "${caller_uid}:${caller_gid}"
  set_ids /etc/subuid
  tell user subuid "${ids}"
  set_ids /etc/subgid
  tell user subgid "${ids}"
  namespaces=
  forbidden_by=
  look_for_limit /proc/sys/user/max_user_namespaces 0 'sysctl user.max_user_namespaces=15000'
  look_for_limit /proc/sys/kernel/unprivileged_userns_clone 0 'sysctl kernel.unprivileged_userns_clone=1'
  tell user namespaces "${namespaces}"
}

# Sets ids to the ranges that file $1 gives the user, by name or number.
set_ids() {
  ids=
  [ -r "$1" ] || return 0
  while IFS=: read -r of first count _; do
    case ${of} in
      "${user_name:-${caller_uid}}" | "${caller_uid}") ids=${ids:+${ids}, }${first}+${count} ;;
      *) ;;
    esac
  done <"$1"
  ids=${ids:-none}
}

# Notes that setting $1 keeps all but root from making user namespaces, if it is $2; command $3 changes it.
look_for_limit() {
  [ -r "$1" ] || return 0
  # such files give one byte to a shell that reads byte by byte, and then end
  setting=
  read -r setting <"$1" || :
  if [ "${setting}" = "$2" ]; then
    namespaces="none: ${1##*/} is ${setting}"
    forbidden_by=$3
  fi
  namespaces=${namespaces:-allowed}
}

main "$@"
