# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# copy.sh - rootless podman copies the layers of an image for the caller's ids: once, by one call, before containers start.
#
# sourced after state.sh, limit.sh, lock.sh, engine.sh, supervise.sh; needs user_mapping, image, an open work directory and container_name
#
# While podman copies (at the first start of an image with keep-id) it mounts the copy, and does not count that mount. At the same
# time each podman that starts makes sure that the directory of all layers is mounted on itself, and each one that ends takes that
# mount away unless some layer's mount is counted. So another call may mount the directory over the copy's mount, which then stays
# below it for ever: no podman can remove that layer, or do anything else ("device or resource busy"). A container that is
# mounted for as long as the copy is made, and counted, keeps the directory's mount where it is.

# Makes the copy if rootless podman needs one of this image and has none. Fails when a signal came meanwhile. Whatever else goes
# wrong is left to the start of the container, which meets it, too.
copy_image() {
  if [ "${user_mapping}" != keep ] || [ -z "${engine_storage}" ]; then
    return 0
  fi
  # newer than podman's list of images if the image is known to have its copy
  set_note copied "${image}"
  copy_note=${note}
  images=${engine_storage}/overlay-images/images.json
  # nothing has happened to any image since a call saw that this one has its copy
  # shellcheck disable=SC3013 # dash, busybox and bash know -nt
  [ ! "${copy_note}" -nt "${images}" ] || return 0
  set_copy_state
  case ${copy_state} in
    there) true >"${copy_note}" ;;
    missing) copy_alone ;;
    *) ;;
  esac
}

copy_alone() {
  exposed=yes
  lock copies 'another call, which lets podman copy an image for this user' || return
  copy_locked || :
  unlock
  [ -z "${signal}" ]
}

# Sets copy_state to what podman's list of images says: there, missing, or unknown (no such image). The list is one line of objects;
# in each "id", "digest", "names" and "mapped-layers" come before the first brace inside.
set_copy_state() {
  copy_state=unknown
  set_keys
  entries=$(tr '{' '\n' 2>/dev/null <"${images}" | sed 's/"names-history":\[[^]]*\]//' | grep -F -e "${keys}") || return 0
  copy_state=there
  while IFS= read -r entry; do
    case ${entry} in
      *'"mapped-layers":['*) ;;
      *) copy_state=missing ;;
    esac
  done <<END
${entries}
END
}

# Sets keys to lines, of which the list has one at least for the image: named by a digest, an id or its beginning, or with its tag.
set_keys() {
  keys=
  tagged=${image}
  case ${image##*/} in
    *@*) keys="\"digest\":\"${image##*@}\"" ;;
    sha256:*) keys="\"id\":\"${image#*:}" ;;
    *:*) ;;
    *[!0-9a-f]*) tagged=${image}:latest ;;
    *)
      keys="\"id\":\"${image}"
      tagged=${image}:latest
      ;;
  esac
  keys="\"${tagged}\"
/${tagged}\"${keys:+
${keys}}"
}

copy_locked() {
  # another call may have made it while this one waited
  set_copy_state
  [ "${copy_state}" = missing ] || return 0
  pin=${container_name}-pin
  pinned=0
  pin_storage || pinned=$?
  if [ "${pinned}" -eq 0 ] && call_for_copy create_container "${container_name}" --userns=keep-id; then
    true >"${copy_note}"
  fi
  remove_container || :
}

# Mounts a container that is never started; whoever removes the run's container removes it, too.
pin_storage() {
  call_for_copy create_container "${pin}" --userns=host &&
    call_for_copy "${engine_path}" unshare "${engine_path}" mount "${pin}"
}

create_container() {
  created_name=$1
  shift
  exec_labelled create --pull=never --network=none --name "${created_name}" --entrypoint /bin/sh "$@" "${image}"
}

# Makes engine call "$@"; fails as it does, or when a signal came.
call_for_copy() {
  in_phase 'copied the image for this user' "${work}/copy.log"
  notice="podman copies ${image} for this user, once for each image"
  child=starting
  "$@" </dev/null >"${work}/copy.log" 2>&1 3<&- 8>&- &
  child=$!
  await_child || return
  [ "${child_status}" -eq 0 ]
}
