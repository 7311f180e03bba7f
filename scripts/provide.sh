# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# provide.sh - makes sure that an image is there: pulled, or built, once, under a lock, quiet unless it fails.
#
# sourced after engine.sh, identity.sh, lock.sh, transient.sh, builds.sh; needs an open work directory and
#   image, containerfile, context (the last two empty for an image that is pulled), name (a second one, may be empty),
#   force_rebuild (yes or no), session

# Sets image_action (present, pulled, built). Fails with error and cause set, or when a signal came.
provide_image() {
  set_checksum "${engine_path} ${image}"
  provider=pull
  [ -z "${containerfile}" ] || provider=build
  lock "${checksum}" "another ${provider} of ${image}" || return
  provided=0
  provide_locked || provided=$?
  [ "${provided}" -ne 0 ] || [ -z "${name}" ] || give_name || provided=$?
  unlock
  return "${provided}"
}

provide_locked() {
  # another call may have made it while this one waited
  if [ "${force_rebuild}" = no ] && is_image_present; then
    image_action=present
    return 0
  fi
  [ -z "${signal}" ] || return
  if [ -n "${containerfile}" ]; then
    build_image
  else
    pull_image
  fi
}

# Whether the image is there; with docker a service that does not answer looks like an image that is missing. Fails, too, when a
# signal came.
is_image_present() {
  look_up=inspect
  [ "${engine_client}" != podman ] || look_up=exists
  in_phase 'looked for the image' ''
  child=starting
  "${engine_path}" image "${look_up}" "${image}" </dev/null >/dev/null 2>&1 3<&- 8>&- &
  child=$!
  await_child && [ "${child_status}" -eq 0 ]
}

# Gives the image its second name, which another one may have had.
give_name() {
  try_engine tag tag "${image}" "${name}" && return
  [ -z "${signal}" ] || return
  cause=engine-failed
  failed=70
  show_failure
}

pull_image() {
  case ${image} in
    localhost/*)
      error="no image ${image} on this machine; localhost names no registry"
      cause=image-not-found
      return 69
      ;;
    *) ;;
  esac
  # not quiet: what it writes shows that it goes on
  if try_engine pull pull "${image}"; then
    image_action=pulled
    return 0
  fi
  [ -z "${signal}" ] || return
  cause=engine-failed
  failed=70
  if match_message 'image-access image-network image-not-found' "${scripts}/image-errors.txt" "${work}/image.log"; then
    cause=${matched_kind}
    failed=69
  fi
  show_failure
}

build_image() {
  # docker keeps the container of a step that failed unless told not to
  set -- --file "${containerfile}" --tag "${image}" --force-rm
  [ "${force_rebuild}" = no ] || set -- "$@" --no-cache
  [ -z "${session}" ] || set -- "$@" --label "io.invowk.session=${session}"
  set -- "$@" --label "io.invowk.host=${host}" --label "io.invowk.machine=${machine}" --label "io.invowk.uid=${caller_uid}" \
    --label "io.invowk.pid=$$" --label "io.invowk.started=${process_start}" --label "io.invowk.image=${image}${name:+ ${name}}"
  set_build_mark
  [ -z "${build_mark}" ] || set -- "$@" --iidfile "${build_mark}"
  [ -z "${build_secret}" ] || set -- "$@" --secret "id=io.invowk.build,src=${build_mark}"
  INVOWK_BUILD=${work##*/}
  export INVOWK_BUILD
  build_ended=0
  try_engine build build "$@" "${context}" || build_ended=$?
  unset INVOWK_BUILD
  if [ "${build_ended}" -eq 0 ] && is_built; then
    image_action=built
    return 0
  fi
  remove_build "${work}" || :
  [ -z "${signal}" ] || return
  cause=build-failed
  failed=69
  # killed, or told to end: what it said last is not why
  case ${child_status} in
    0 | 129 | 1[3-9]?) ended=" ended with status ${child_status} before the image was there" ;;
    *) ended= ;;
  esac
  show_failure
  [ -z "${ended}" ] || error="${engine_client} build${ended}${last_line:+; it said last: ${last_line}}"
  return "${failed}"
}

# Makes engine call "$@" of kind $1 until it succeeds, or fails for a reason that is not transient.
try_engine() {
  kind=$1
  shift
  image_tries=0
  transient_exhausted=
  while :; do
    image_tries=$((image_tries + 1))
    case ${kind} in
      pull) in_phase 'pulled the image' "${work}/image.log" silence ;;
      build) in_phase 'built the image' "${work}/image.log" silence ;;
      *) in_phase 'named the image' "${work}/image.log" ;;
    esac
    child=starting
    "${engine_path}" "$@" </dev/null >"${work}/image.log" 2>&1 3<&- 8>&- &
    child=$!
    await_child || return
    [ "${child_status}" -ne 0 ] || return 0
    is_worth_another_try "${kind}" "${image_tries}" "${work}/image.log" || return
  done
}

show_failure() {
  [ -z "${transient_exhausted}" ] || failed=75
  set_last_line "${work}/image.log"
  error=${last_line}
  set_cure_from "${kind}" "${work}/image.log"
  show_messages "${work}/image.log"
  return "${failed}"
}
