# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# snap.sh - what a snap does to container engines: a classic one changes their environment, a strict one keeps them away.
#
# sourced after sandbox.sh

# Makes the environment the user's own again in a classic snap, and ends the call in a strict one.
leave_snap() {
  case ${sandbox%%,*} in
    snap-classic) clean_environment ;;
    *) refuse_strict_snap "$@" ;;
  esac
}

# A snap's programs get directories and libraries of the snap. podman would have another storage there, and might not start at all.
clean_environment() {
  [ -z "${SNAP_REAL_HOME-}" ] || HOME=${SNAP_REAL_HOME}
  case ${XDG_RUNTIME_DIR-} in
    */snap.*) XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR%/snap.*} ;;
    *) ;;
  esac
  ! is_of_snap "${XDG_CONFIG_HOME-}" || unset XDG_CONFIG_HOME
  ! is_of_snap "${XDG_DATA_HOME-}" || unset XDG_DATA_HOME
  ! is_of_snap "${XDG_CACHE_HOME-}" || unset XDG_CACHE_HOME
  ! is_of_snap "${TMPDIR-}" || unset TMPDIR
  ! is_of_snap "${DOCKER_CONFIG-}" || unset DOCKER_CONFIG
  ! is_of_snap "${LD_LIBRARY_PATH-}" || unset LD_LIBRARY_PATH
  ! is_of_snap "${LD_PRELOAD-}" || unset LD_PRELOAD
  clean_path
}

is_of_snap() {
  case $1 in
    *"${SNAP}"* | */snap/*) ;;
    *) return 1 ;;
  esac
}

# Programs of the snap itself come from PATH no more; those that are installed as snaps, in /snap/bin, do.
# shellcheck disable=SC2123 # that is what it is about
clean_path() {
  rest=${PATH}:
  PATH=
  while [ -n "${rest}" ]; do
    case ${rest%%:*}/ in
      "${SNAP%/}"/*) ;;
      *) PATH=${PATH:+${PATH}:}${rest%%:*} ;;
    esac
    rest=${rest#*:}
  done
}

refuse_strict_snap() {
  case $1 in
    run | image)
      # shellcheck source=scripts/options.sh
      . "${scripts}/options.sh"
      engine_timeout=0
      for word in "$@"; do
        case ${word} in
          --help) return 0 ;;
          --) break ;;
          *) ;;
        esac
      done
      # the verb tells of its mistakes
      read_options "$@" || return 0
      ;;
    *) report= ;;
  esac
  set_sandbox_named
  error='no container engine'
  cause=engine-unavailable
  rejected="the host: ${sandbox_named} is strictly confined and cannot call it
"
  cure='install the application as a classic snap, as a Flatpak or as a package of the system; or set INVOWK_SANDBOX=none to try engines in the snap itself'
  # shellcheck source=scripts/refuse.sh
  . "${scripts}/refuse.sh"
  end_refused not-started 69
}
