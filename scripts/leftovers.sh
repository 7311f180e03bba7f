# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# leftovers.sh - what calls that have ended left: their containers and work directories; told of, and removed.
#
# sourced by clean.sh after sweep.sh; needs what set_identity sets, and confirm, session, services, and label,
# which all that is looked at has

# The owner in an inspection's format, seven fields (identity.sh); .Config.Labels of an image and of a container.
owner_format='{{index .Config.Labels "io.invowk.host"}}|{{index .Config.Labels "io.invowk.machine"}}|{{index .Config.Labels "io.invowk.boot"}}'
owner_format="${owner_format}|{{index .Config.Labels \"io.invowk.namespace\"}}|{{index .Config.Labels \"io.invowk.uid\"}}"
owner_format="${owner_format}|{{index .Config.Labels \"io.invowk.pid\"}}|{{index .Config.Labels \"io.invowk.started\"}}"

# Containers and directories of the engine's service. What there is is asked first: to sweep a directory removes a container, too.
clean_leftovers() {
  if ! containers=$(list_containers --filter "label=${label}"); then
    tell failed container - - 'the engine does not list its containers'
    return 0
  fi
  going=
  clean_directories
  clean_containers
  [ -n "${session}" ] || tell_of_unlabelled_containers
}

# Prints the ids of containers in any state, one a line; "$@": filters.
list_containers() {
  "${engine_path}" ps --all --quiet --no-trunc "$@" </dev/null 2>/dev/null
}

# Sets going to the containers that are removed, or would be.
clean_containers() {
  [ -n "${containers}" ] || return 0
  # one that is gone meanwhile is left out, with an error
  # shellcheck disable=SC2086 # ids
  inspected=$("${engine_path}" container inspect --format "{{.Id}}|{{.State.Running}}|${owner_format}|{{.Name}}" ${containers} \
    </dev/null 2>/dev/null) || :
  while IFS='|' read -r id running owner_host owner_machine owner_boot owner_namespace owner_uid owner_pid owner_started name; do
    [ -n "${id}" ] || continue
    # docker's names begin with a slash
    name=${name#/}
    set -- "${owner_host}" "${owner_machine}" "${owner_boot}" "${owner_namespace}" "${owner_uid}" "${owner_pid}" "${owner_started}"
    if ! prove_end "$@"; then
      set_reason_to_stay "$@"
      tell stays container - "${name}" "${reason}"
    elif [ "${proof}-${running}" = boot-true ]; then
      tell stays container - "${name}" 'it runs, and only a new start of this machine speaks for the end of its owner'
    else
      going="${going} ${id}"
      clean_container
    fi
  done <<END
${inspected}
END
}

clean_container() {
  if [ "${confirm}" = no ]; then
    tell found container - "${name}" -
  elif remove_container_of "${proof}" "${id}"; then
    tell removed container - "${name}" -
  else
    tell failed container - "${name}" "${answer}"
  fi
}

# Sets reason to why owner "$@" (words) is not known to have ended.
set_reason_to_stay() {
  if is_foreign "$@"; then
    return
  fi
  if [ "$3" = "${boot}" ] && [ "$4" = "${pid_namespace}" ]; then
    reason="process $6, which made it, is running"
  else
    reason='nothing proves that the process that made it has ended'
  fi
}

# Whether owner "$@" is of another machine or user. Sets reason.
is_foreign() {
  if [ "$1" != "${host}" ]; then
    reason="it was made on another machine, $1"
  elif [ "$5" != "${caller_uid}" ]; then
    reason="it was made by another user, number $5"
  else
    case $2 in
      "${machine}") return 1 ;;
      '' | '<no value>') reason='its labels do not tell the machine that made it' ;;
      *) reason="it was made on another machine of the name $1" ;;
    esac
  fi
}

tell_of_unlabelled_containers() {
  named=$("${engine_path}" ps --all --no-trunc --filter 'name=^invowk-' --format '{{.ID}} {{.Names}}' </dev/null 2>/dev/null) || return 0
  while read -r id name; do
    case "
${containers}
" in
      *"
${id}
"*) ;;
      *) [ -z "${id}" ] || tell stays container - "${name}" 'it has no label of this plugin' ;;
    esac
  done <<END
${named}
END
}

clean_directories() {
  for signed in "${state}"/owner.*; do
    read_owner "${signed}" || continue
    is_of_session || continue
    left=${state}/${signed##*/owner.}
    if is_left "${signed}"; then
      clean_directory
    elif [ "${left_service}" = "${engine_client} ${engine_path} ${engine_service}" ]; then
      # shellcheck disable=SC2086 # words
      set_reason_to_stay ${left_owner}
      tell stays directory - "${left}" "${reason}"
    fi
  done
}

# Whether the owner that was read counts: the name of its container holds the session.
is_of_session() {
  case ${left_container} in
    "invowk-${session}"-*) ;;
    *) [ -z "${session}" ] ;;
  esac
}

clean_directory() {
  if [ "${confirm}" = no ]; then
    tell found directory - "${left}" -
    return 0
  fi
  sweep_left || :
  if [ -e "${signed}" ]; then
    tell stays directory - "${left}" 'its client was still at work, or another call removes it; clean once more'
  else
    tell removed directory - "${left}" -
  fi
}

# Directories whose container, if there is one, no engine that was cleaned knows.
tell_of_other_services() {
  for signed in "${state}"/owner.*; do
    read_owner "${signed}" || continue
    is_of_session || continue
    case ${services} in
      *"${left_service}
"*) ;;
      *) tell stays directory - "${state}/${signed##*/owner.}" "its engine is ${left_service%% *}, by other settings or not answering" ;;
    esac
  done
  [ -z "${session}" ] || return 0
  for directory in "${state}"/run.* "${state}"/image.*; do
    [ ! -d "${directory}" ] || [ -f "${state}/owner.${directory##*/}" ] ||
      tell stays directory - "${directory}" 'nothing tells whose it is'
  done
}
