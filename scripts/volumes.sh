# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# volumes.sh - volume options: the workspace's, and those the user wrote.
#
# sourced after selinux.sh; needs what set_labels sets, workspace and work. A failure sets error and cause, or a signal came.

# yes: this is a container, and the engine's machine knows directories by other names (shared.sh)
is_apart=
# yes: by the names that the engine tells; nobody said that they are right
is_told=

# Sets volume to the engine's form of the user's volume $1, host:container[:options]. Host directories get the label suffix
# unless the user chose one; a named volume has the engine's own label.
set_volume() {
  volume=$1
  source=${volume%%:*}
  case ${volume} in
    /*:*) ;;
    *) return 0 ;;
  esac
  rest=${volume#*:}
  target=${rest%%:*}
  options=
  [ "${target}" = "${rest}" ] || options=${rest#*:}
  check_source "${source}" || return
  # with labels switched off a suffix would still relabel
  [ "${security_label}" != disable ] || remove_relabel_options
  case ,${options}, in
    *,z,*) suffix=z ;;
    *,Z,*) suffix=Z ;;
    *) suffix=${relabel} ;;
  esac
  if [ -n "${suffix}" ]; then
    check_relabel "${source}" || return
    remove_relabel_options
    options=${options}${suffix:+${options:+,}${suffix}}
  fi
  share "${source}" || return
  demand_proof "${source}" "${target}" || return
  volume=${shared}:${target}${options:+:${options}}
}

# Sets shared to what the engine calls the directory $1.
share() {
  shared=$1
  [ -n "${is_apart}" ] || return 0
  set_shared "$1" || {
    refuse_unshared "$1"
    return 64
  }
}

# Makes the container prove that it has $1 on path $2. A line break in a path cannot be written down.
demand_proof() {
  [ -n "${is_told}" ] || return 0
  case $2 in
    *'
'*) return 0 ;;
    *) ;;
  esac
  inode=$(ls -diL -- "$1") || return
  inode=${inode#"${inode%%[0-9]*}"}
  inode=${inode%%[!0-9]*}
  printf '%s %s\n' "${inode}" "$2" >>"${mount}/proof" || fail_to_write
  [ "${user_mapping}" != none ] || chmod a+r -- "${mount}/proof"
}

remove_relabel_options() {
  kept_options=
  options=${options},
  while [ -n "${options}" ]; do
    case ${options%%,*} in
      '' | z | Z) ;;
      *) kept_options=${kept_options:+${kept_options},}${options%%,*} ;;
    esac
    options=${options#*,}
  done
  options=${kept_options}
}

# docker would create a missing source, empty and owned by root, and go on.
check_source() {
  [ ! -e "$1" ] || return 0
  error="the volume's host directory does not exist: $1"
  cause=start-failed
  return 70
}

# Whether path $1 may be relabelled; then makes suffix empty when it need not be.
check_relabel() {
  if is_forbidden "$1" "${workspace}"; then
    error="$1 must not be relabelled for SELinux: ${forbidden}; mount a directory below it, or use --selinux disable"
    cause=forbidden-path
    return 64
  fi
  [ -z "${own_relabel}" ] || set_suffix "${real_path}"
}

# Sets volume to the mount of the workspace. A colon cannot be written in a volume option: then a symbolic link stands for the
# path, which the engine follows.
set_workspace_volume() {
  suffix=${relabel}
  if [ -n "${suffix}" ]; then
    check_relabel "${workspace}" || return
  fi
  share "${workspace}" || return
  demand_proof "${workspace}" /workspace || return
  volume=${shared}
  case ${volume} in
    *:*)
      [ -h "${work}/workspace" ] || ln -s -- "${volume}" "${work}/workspace"
      share "${work}" || return
      volume=${shared}/workspace
      ;;
    *) ;;
  esac
  volume=${volume}:/workspace${suffix:+:${suffix}}
}
