# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# copy.sh - the first start of an image by rootless podman goes alone: it copies the image.
#
# sourced after state.sh, lock.sh, engine.sh, users.sh; needs image, tty
#
# To keep the caller's numbers podman copies the layers of an image when a container of it starts for the first time, and holds the
# lock of its storage while it does: tens of seconds for a large image, in which each other podman call of the user only waits. One
# start goes ahead until its command has started, the others wait for that, and both can say so. Which images have their copy is
# noted in one file for each, a line for each storage and boot. Without the note nothing is wrong: one start goes alone.

# yes: this start goes alone, and notes that it has started
alone=

# Sets copies to the file of the image's notes, without a process.
set_copies() {
  copies=${state}/copied.
  rest=${image}/
  while [ -n "${rest}" ]; do
    copies=${copies}${rest%%/*}+
    rest=${rest#*/}
  done
}

# Whether nothing has to be copied for this start, or a start noted that it has been.
is_copied() {
  [ "${user_mapping}" = keep ] || return 0
  [ -f "${copies}" ] || return
  while IFS= read -r noted; do
    [ "${noted}" != "${boot} ${engine_path} ${engine_service}" ] || return 0
  done <"${copies}"
  return 1
}

# Makes this start go alone if the image is not copied yet: it then holds a lock. One that holds the lock for relabelling keeps the
# others of its session back already, and a call holds one lock. With a terminal nothing would tell when the command has started.
# Fails when a signal came meanwhile.
go_first() {
  alone=
  set_copies
  ! is_copied || return 0
  [ "${tty}" = no ] || return 0
  if [ -z "${labels_locked}" ]; then
    set_checksum "${engine_path} ${image}"
    lock "copy.${checksum}" "the first start of ${image}: podman copies the image for this user, once" || return
    if is_copied; then
      unlock
      return 0
    fi
  fi
  alone=yes
}

# The command has started.
note_copied() {
  printf '%s\n' "${boot} ${engine_path} ${engine_service}" >>"${copies}" || :
}

# Another image has the name now.
forget_copies() {
  set_copies
  rm -f -- "${copies}"
}
