# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# claim.sh - a new named volume of docker belongs to root: it is given to the caller, once, as podman does by itself.
#
# sourced after state.sh, lock.sh, engine.sh, identity.sh, supervise.sh, limit.sh; needs user_mapping, image, an open work directory and
# container_name
#
# A note in the state directory stands for a volume that is made and not given away yet, so that a call that was killed in between is
# made good by a later one.

# Gives the named volumes among the verb's arguments "$@" to the caller if they are new. Fails when a signal came. Whatever else goes wrong
# is left to the start of the container, which meets it, too.
claim_volumes() {
  if [ "${engine_mode}:${user_mapping}" != docker-rootful:ids ] || [ "${caller_uid}" -eq 0 ]; then
    return 0
  fi
  while [ "$1" != -- ]; do
    case $1:$2 in
      --volume:/*) ;;
      --volume:*) claim_volume "$2" || return ;;
      --tty:* | --force-rebuild:*)
        shift
        continue
        ;;
      *) ;;
    esac
    shift 2
  done
}

# The same for the volume that $1, name:container[:options], is about.
claim_volume() {
  claimed=${1%%:*}
  target=${1#*:}
  target=${target%%:*}
  set_checksum "${engine_path} volume ${claimed}"
  claim_note=${state}/claim.${checksum}
  if [ ! -e "${claim_note}" ] && volume_exists; then
    return 0
  fi
  [ -z "${signal}" ] || return
  lock "${checksum}" "another call, which makes the volume ${claimed}" || return
  claim_locked || :
  unlock
  [ -z "${signal}" ]
}

# Also false when a signal came, or docker does not answer.
volume_exists() {
  in_phase 'looked for the volume' ''
  child=starting
  "${engine_path}" volume inspect "${claimed}" </dev/null >/dev/null 2>&1 3<&- 8>&- &
  child=$!
  await_child && [ "${child_status}" -eq 0 ]
}

# Its first container makes the volume, with what the image has at that place; that has an owner already, who keeps it.
claim_locked() {
  # another call may have made it while this one waited
  if [ ! -e "${claim_note}" ] && volume_exists; then
    return 0
  fi
  [ -z "${signal}" ] || return
  : >"${claim_note}"
  exposed=yes
  in_phase 'made the volume' "${work}/claim.log"
  child=starting
  held=yes
  # shellcheck disable=SC2016 # for the shell in the container
  exec_labelled run --rm --pull=never --network=none --name "${container_name}" --user 0:0 --volume "${claimed}:${target}" \
    --entrypoint /bin/sh "${image}" -c '[ -n "$(ls -A "$2")" ] || chown "$1" "$2"' sh "${caller_uid}:${caller_gid}" "${target}" \
    </dev/null >"${work}/claim.log" 2>&1 3<&- 8>&- &
  child=$!
  await_child || return
  if [ "${child_status}" -eq 0 ]; then
    rm -f -- "${claim_note}"
  else
    remove_container || :
  fi
}
