# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154,SC3013 # variables are shared with the files sourced beside this one
# places.sh - where the host has what a sandbox names: proven, and never taken for the same because it is called the same.
#
# sourced after sandbox.sh, on the host; needs sandbox_files, the sandbox's root directory as this side reaches it, and the sandbox's
# table of mounts as descriptor 8. Paths come without symbolic links. The proof is that both sides have one inode of one device there
# ("test -ef").

sandbox_mounts=

# The first path that has no place; what is said about it.
unplaced=
error=
cause=
cure=
rejected=

# Sets place to the host's path of the sandbox's path $1. Fails when there is none.
set_place() {
  place=$1
  [ "$1" -ef "${sandbox_files}$1" ] || translate "$1" || return
  case ${place} in
    */doc/by-app/*) ask_document_portal ;;
    *) ;;
  esac
}

# The same through both tables of mounts: of the sandbox's the longest mount point that $1 lies below, which says the device and the
# path in the file system; of this side's each that shows that part of the device.
translate() {
  [ -e "${sandbox_files}$1" ] || return
  [ -n "${sandbox_mounts}" ] || sandbox_mounts=$(cat <&8)
  below=
  device=
  inner=
  while read -r _ _ mount_device mount_inner mount_point _; do
    decode_mount
    case $1/ in
      "${mount_point}"/*)
        if [ -z "${device}" ] || [ "${#mount_point}" -ge "${#below}" ]; then
          below=${mount_point}
          device=${mount_device}
          inner=${mount_inner}
        fi
        ;;
      *) ;;
    esac
  done <<END
${sandbox_mounts}
END
  inner=${inner}${1#"${below}"}
  while read -r _ _ mount_device mount_inner mount_point _; do
    [ "${mount_device}" = "${device}" ] || continue
    decode_mount
    case ${inner}/ in
      "${mount_inner}"/*) ;;
      *) continue ;;
    esac
    place=${mount_point}${inner#"${mount_inner}"}
    place=${place:-/}
    [ ! "${place}" -ef "${sandbox_files}$1" ] || return 0
  done </proc/self/mountinfo
  return 1
}

# Blanks and the like are octal numbers in a table of mounts; "/" becomes nothing, so that all other paths lie below it.
decode_mount() {
  case ${mount_inner}${mount_point} in
    *\\*)
      decode "${mount_inner}"
      mount_inner=${decoded}
      decode "${mount_point}"
      mount_point=${decoded}
      ;;
    *) ;;
  esac
  mount_inner=${mount_inner%/}
  mount_point=${mount_point%/}
}

decode() {
  decoded=
  coded=$1
  while :; do
    case ${coded} in
      *\\[0-7][0-7][0-7]*)
        rest=${coded#*\\}
        octal=${rest%"${rest#???}"}
        letter=$(printf "%b." "\\0${octal}")
        decoded=${decoded}${coded%%\\*}${letter%.}
        coded=${rest#???}
        ;;
      *) break ;;
    esac
  done
  decoded=${decoded}${coded}
}

# A file that a portal shows to an application belongs to the user alone, whatever the container's user is: the engines cannot mount it.
# The portal knows the file itself.
ask_document_portal() {
  document=${place#*/doc/by-app/*/}
  name=${document#*/}
  name=${document%%/*}/${name%%/*}
  origin=$(flatpak document-info "${place%%/doc/by-app/*}/doc/${name}") || return
  origin=${origin#*origin: }
  origin=${origin%%
*}
  [ -e "${origin}" ] || return
  place=${origin}${document#"${name}"}
}

# Sets place to the host's path of the directory or file $1, which a container engine opens; or notes that there is none.
place_directory() {
  if set_place "$1"; then
    note_read_only "$1"
  else
    place=$1
    unplaced=${unplaced:-$1}
  fi
}

# The same for a file, by the directory that it is in.
place_below() {
  place_directory "${1%/*}/"
  place=${place%/}/${1##*/}
}

# Sets place to the volume option $1 with the host's path. A directory that the sandbox has not must not be one that the host has.
place_volume() {
  place=$1
  case $1 in
    /*:*) ;;
    *) return 0 ;;
  esac
  volume_source=${1%%:*}
  if [ ! -e "${sandbox_files}${volume_source}" ]; then
    error=${error:-"the volume's host directory does not exist: ${volume_source}"}
    cause=${cause:-start-failed}
    unplaced=${unplaced:-${volume_source}}
    return 0
  fi
  case ,${1##*:}, in
    *,ro,*)
      if ! set_place "${volume_source}"; then
        place=${volume_source}
        unplaced=${unplaced:-${volume_source}}
      fi
      ;;
    *) place_directory "${volume_source}" ;;
  esac
  place=${place}:${1#*:}
}

# Sets place to a path by which this process reads or writes the sandbox's file $1.
place_file() {
  place=$1
  if [ ! "$1" -ef "${sandbox_files}$1" ] && { [ -e "${sandbox_files}$1" ] || [ ! "${1%/*}/" -ef "${sandbox_files}${1%/*}/" ]; }; then
    place=${sandbox_files}$1
  fi
}

# A permission to read restricts the sandbox and not a container.
note_read_only() {
  if [ -w "${place}" ] && [ ! -w "${sandbox_files}$1" ]; then
    printf 'invowk-engine: %s can only read %s; the container can write to it\n' "${sandbox_named}" "$1" >&2
  fi
}

# Sets error, cause and cure for a path that has no place.
set_place_error() {
  error="the host does not have the directory ${unplaced} of ${sandbox_named}"
  cause=path-not-shared
  case ${sandbox%%,*} in
    flatpak)
      quote "${unplaced}"
      cure="let both have it with \"flatpak override --user --filesystem=${quoted} ${sandbox_app}\" on the host, and start the application anew"
      ;;
    *) cure='use a directory that both have, such as one below the home directory' ;;
  esac
}

# Ends a call with a path that has no place.
refuse_place() {
  [ -n "${error}" ] || set_place_error
  # shellcheck source=scripts/refuse.sh
  . "${scripts}/refuse.sh"
  if [ "${cause}" = start-failed ]; then end_refused not-started 70; fi
  end_refused not-started 64
}

# Sets quoted to path $1 as a shell's word.
quote() {
  quoted=${1%/}
  case ${quoted} in
    *[!A-Za-z0-9/._+,@%-]*) ;;
    *) return 0 ;;
  esac
  rest=${quoted}
  quoted="'"
  while :; do
    case ${rest} in
      *\'*)
        quoted="${quoted}${rest%%\'*}'\\''"
        rest=${rest#*\'}
        ;;
      *) break ;;
    esac
  done
  quoted="${quoted}${rest}'"
}
