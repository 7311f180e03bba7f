# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154,SC3013 # variables are shared with the files sourced beside this one
# shared.sh - a container that is given an engine's socket: what the engine's machine calls the directories that both have.
#
# sourced by run.sh, which has sandbox, state, and what engine.sh and limit.sh set. The engine tells what it has mounted into this very
# container. INVOWK_HOST_PATHS overrides that: CONTAINER-DIRECTORY=HOST-DIRECTORY, several with commas between.
# shellcheck source=scripts/places.sh
. "${scripts}/places.sh"

# Lines with a tab between: what a directory is called here, and there; true or false: whether this container may write to it.
own_mounts=
is_apart=
is_told=

# Asks the engine for the mounts of this container. It does not know this container when it is beside it in the same one. Fails with
# error and cause set, or because a signal came.
set_own_mounts() {
  case ${sandbox}:${engine_mode} in
    *:podman-rootless | *:podman-rootful) return 0 ;;
    container-socket*) ;;
    *) return 0 ;;
  esac
  if [ -n "${INVOWK_HOST_PATHS-}" ]; then
    is_apart=yes
    set_told_mounts "${INVOWK_HOST_PATHS},"
    return 0
  fi
  set_own_container
  [ -n "${own_container}" ] || return 0
  if ! answer=$(call_limited "${engine_path}" container inspect \
    --format '{{range .Mounts}}{{printf "%s\t%s\t%v\n" .Destination .Source .RW}}{{end}}' "${own_container}" </dev/null 2>/dev/null); then
    answer=$(call_limited "${engine_path}" container inspect --format '{{.Id}}' "${own_container}" </dev/null 2>&1 >/dev/null) || :
    case ${answer} in
      *[Nn]'o such container'*) return 0 ;;
      *) ;;
    esac
    error="the engine does not tell what it has mounted into this container: ${answer}"
    cause=engine-failed
    return 70
  fi
  is_apart=yes
  is_told=yes
  own_mounts=${answer}
}

set_told_mounts() {
  told=$1
  while [ -n "${told}" ]; do
    pair=${told%%,*}
    told=${told#*,}
    case ${pair} in
      /*=/*)
        own_mounts="${own_mounts}${pair%%=*}	${pair#*=}	true
"
        ;;
      *) ;;
    esac
  done
}

# Sets own_container to the name that its engine has for this container, which keeps files of that name and mounts them here; empty: none.
set_own_container() {
  own_container=
  while read -r _ _ _ mount_inner mount_point _; do
    case ${mount_point} in
      /etc/hostname | /etc/hosts | /etc/resolv.conf | /run/.containerenv) ;;
      *) continue ;;
    esac
    case ${mount_inner} in
      */containers/*/* | */overlay-containers/*/*) ;;
      *) continue ;;
    esac
    own_container=${mount_inner##*containers/}
    own_container=${own_container%%/*}
    return 0
  done </proc/self/mountinfo
}

# Sets shared to what the engine's machine calls the directory or file $1. Fails when it does not have it.
set_shared() {
  shared=$1
  [ -n "${is_apart}" ] || return 0
  if [ -d "$1" ]; then
    shared=$(CDPATH='' cd -P -- "$1" && pwd -P && printf .) || return
    shared=${shared%?.}
  else
    shared=$(CDPATH='' cd -P -- "${1%/*}/" && pwd -P && printf .) || return
    shared=${shared%?.}
    shared=${shared%/}/${1##*/}
  fi
  here=
  there=
  while IFS='	' read -r mount_point mount_inner _; do
    mount_point=${mount_point%/}
    case ${shared}/ in
      "${mount_point}"/*)
        if [ -z "${there}" ] || [ "${#mount_point}" -ge "${#here}" ]; then
          here=${mount_point}
          there=${mount_inner}
        fi
        ;;
      *) ;;
    esac
  done <<END
${own_mounts}
END
  [ -n "${there}" ] && is_bare "${here}" "${shared}" || return
  there=${there%/}${shared#"${here}"}
  shared=${there:-/}
}

# Whether nothing is mounted between directory $1 and what is below it, $2.
is_bare() {
  [ -z "${INVOWK_HOST_PATHS-}" ] || return 0
  while read -r _ _ _ mount_inner mount_point _; do
    decode_mount
    [ "${#mount_point}" -gt "${#1}" ] || continue
    case $2/ in
      "${mount_point}"/*) return 1 ;;
      *) ;;
    esac
  done </proc/self/mountinfo
}

# Says that $1 is not shared.
refuse_unshared() {
  error="the machine of ${engine_path##*/} does not have the directory $1 of this container"
  cause=path-not-shared
  cure='start the container with a volume for it, or tell where it is there with INVOWK_HOST_PATHS=DIRECTORY=DIRECTORY-THERE'
}

# The private directory has to be shared, too: the command's first program is in it.
refuse_private() {
  error="the machine of ${engine_path##*/} does not have the private directory ${state} of this container"
  cause=path-not-shared
  cure='set XDG_RUNTIME_DIR, or TMPDIR, to a directory that this container shares with it'
  while IFS='	' read -r mount_point _ writable; do
    if [ "${writable}" = true ] && [ -d "${mount_point}" ] && [ -w "${mount_point}" ]; then
      cure="set XDG_RUNTIME_DIR, or TMPDIR, to a directory that this container shares with it, such as ${mount_point}"
      break
    fi
  done <<END
${own_mounts}
END
}
