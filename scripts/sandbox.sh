# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# sandbox.sh - which sandbox surrounds this process: by facts in its own environment, and without a process.
#
# sourced by invowk-engine for every verb

sandbox_kinds='none flatpak toolbox distrobox snap-classic snap-strict container-socket container wsl'

# Where the files are that tell; empty: here.
facts=

# Sets
#   sandbox      none, or the kinds of sandboxes around this process, the innermost first, with commas between
#   sandbox_app  the name of the application or container that is the innermost; may be empty
# INVOWK_SANDBOX overrides what is found. Fails when it holds something else than such kinds.
set_sandbox() {
  sandbox=
  sandbox_app=
  if [ -n "${INVOWK_SANDBOX-}" ]; then
    sandbox=${INVOWK_SANDBOX}
    case ${sandbox} in
      flatpak*) sandbox_app=${FLATPAK_ID-} ;;
      snap-*) sandbox_app=${SNAP_NAME-} ;;
      distrobox*) sandbox_app=${CONTAINER_ID-} ;;
      *) ;;
    esac
    are_sandboxes "${sandbox}"
    return
  fi
  find_sandboxes
  sandbox=${sandbox:-none}
}

find_sandboxes() {
  if [ -e "${facts}/.flatpak-info" ]; then
    add_sandbox flatpak
    sandbox_app=${FLATPAK_ID-}
    [ -n "${sandbox_app}" ] || read_application
  fi
  if [ -n "${SNAP-}" ] && [ -n "${SNAP_NAME-}" ]; then
    sandbox_app=${sandbox_app:-${SNAP_NAME}}
    if is_strict_snap; then add_sandbox snap-strict; else add_sandbox snap-classic; fi
  fi
  if [ -e "${facts}/run/.containerenv" ] || [ -e "${facts}/.dockerenv" ]; then
    if [ -e "${facts}/run/.toolboxenv" ]; then
      add_sandbox toolbox
    elif [ -e "${facts}/usr/bin/distrobox-host-exec" ] && [ -e "${facts}/usr/bin/entrypoint" ]; then
      # the program alone may be that of an installed Distrobox; inside of one its distrobox-init has this name
      add_sandbox distrobox
      sandbox_app=${sandbox_app:-${CONTAINER_ID-}}
    else
      add_container
    fi
  elif [ -n "${KUBERNETES_SERVICE_HOST-}" ]; then
    add_container
  fi
  kernel=
  [ ! -r "${facts}/proc/sys/kernel/osrelease" ] || read -r kernel <"${facts}/proc/sys/kernel/osrelease" || :
  case ${kernel} in
    *[Mm]icrosoft* | *WSL*) add_sandbox wsl ;;
    *) ;;
  esac
}

add_sandbox() {
  sandbox=${sandbox:+${sandbox},}$1
}

# A container that is given the socket of an engine shares that with the machine around it.
add_container() {
  if [ -n "${DOCKER_HOST-}${CONTAINER_HOST-}" ] || [ -S "${facts}/run/docker.sock" ] || [ -S "${facts}/run/podman/podman.sock" ]; then
    add_sandbox container-socket
  else
    add_sandbox container
  fi
}

# Sets sandbox_app to the application of Flatpak's own file.
read_application() {
  while IFS='=' read -r key value; do
    case ${key} in
      name)
        sandbox_app=${value}
        break
        ;;
      *) ;;
    esac
  done <"${facts}/.flatpak-info"
}

# A strictly confined snap has a root directory of its own, and the machine's below it; a classic one has the machine's.
is_strict_snap() {
  [ ! -e "${facts}/var/lib/snapd/hostfs/etc" ] || return 0
  profile=
  read -r profile 2>/dev/null <"${facts}/proc/self/attr/current" || :
  case ${profile} in
    snap.*'(enforce)') ;;
    *) return 1 ;;
  esac
}

# Whether $1 is a list of kinds.
are_sandboxes() {
  named=$1,
  while [ -n "${named}" ]; do
    case " ${sandbox_kinds} " in
      *" ${named%%,*} "*) named=${named#*,} ;;
      *) return 1 ;;
    esac
  done
}

# Sets sandbox_named to the words for the innermost sandbox in a message.
set_sandbox_named() {
  case ${sandbox%%,*} in
    flatpak) sandbox_named="this Flatpak${sandbox_app:+ (${sandbox_app})}" ;;
    toolbox) sandbox_named='this Toolbox' ;;
    distrobox) sandbox_named="this Distrobox${sandbox_app:+ (${sandbox_app})}" ;;
    snap-*) sandbox_named="this snap${sandbox_app:+ (${sandbox_app})}" ;;
    *) sandbox_named='this container' ;;
  esac
}

# Sets spawn_program to the flatpak-spawn of this sandbox. Debian has it where no PATH leads. Fails, with no_way_out and way_cure set, when
# there is none.
set_spawn_program() {
  if spawn_program=$(command -v flatpak-spawn); then return 0; fi
  spawn_program=/usr/libexec/flatpak-xdg-utils/flatpak-spawn
  [ ! -x "${spawn_program}" ] || return 0
  set_sandbox_named
  no_way_out="${sandbox_named} has no program flatpak-spawn"
  way_cure='install flatpak-xdg-utils 1.0.5 or newer in the sandbox'
  case ${sandbox} in
    distrobox*)
      if command -v host-spawn >/dev/null; then
        no_way_out="${no_way_out}; host-spawn, which it has, hands on only stdin, stdout and stderr"
      fi
      ;;
    *) ;;
  esac
  return 1
}

# Goes where containers can be started, with verb $1 and its arguments: to the host of a sandbox that can be left. Returns when that
# is here.
leave_sandbox() {
  set_sandbox || {
    printf 'invowk-engine: INVOWK_SANDBOX is a list of these, with commas between: %s\n' "${sandbox_kinds}" >&2
    exit 64
  }
  case ${sandbox} in
    none) ;;
    flatpak* | toolbox* | distrobox*)
      # shellcheck source=scripts/hop.sh
      . "${scripts}/hop.sh"
      hop "$@"
      ;;
    snap-*)
      # shellcheck source=scripts/snap.sh
      . "${scripts}/snap.sh"
      leave_snap "$@"
      ;;
    *) ;;
  esac
}
