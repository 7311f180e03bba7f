# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# images.sh - images that calls of this user on this machine have built: told of, and removed.
#
# sourced by clean.sh after leftovers.sh. An image that somebody makes from one of ours inherits its labels: ours are those whose
# name is one that the label io.invowk.image says they were built with. One without any name is ours unless another image has the same
# owner: each owner builds one.

repository=localhost/invowk-build

clean_images() {
  # one label: podman lists what has any of several
  if ! images=$(list_images --quiet --no-trunc --filter "label=${label}"); then
    tell failed image - - "the engine does not list its images${images:+: ${images}}"
    return 0
  fi
  # an image is listed once for each name
  images=$(printf '%s\n' "${images}" | sort -u)
  set_wanted
  inspected=
  # one that is gone meanwhile is left out, with an error
  # shellcheck disable=SC2086 # ids
  [ -z "${images}" ] || inspected=$("${engine_path}" image inspect \
    --format "{{.Id}}|{{.Size}}|${owner_format}|{{index .Config.Labels \"io.invowk.image\"}}|{{range .RepoTags}}{{.}} {{end}}" \
    ${images} </dev/null 2>/dev/null) || :
  while IFS='|' read -r id size owner_host owner_machine owner_boot owner_namespace owner_uid owner_pid owner_started given names; do
    [ -z "${id}" ] || clean_image
  done <<END
${inspected}
END
  [ -n "${session}" ] || tell_of_unlabelled_images
}

# Prints what the engine lists for "$@", or why it does not. podman lists nothing if another call removes an image meanwhile, and is
# asked again then: at once, and after longer and longer pauses.
list_images() {
  pauses=0
  until listed=$("${engine_path}" images "$@" </dev/null 2>/dev/null); do
    if [ "${pauses}" -gt 3 ]; then
      "${engine_path}" images "$@" </dev/null 2>&1 >/dev/null | tail -n 1
      return 1
    fi
    [ "${pauses}" -eq 0 ] || sleep "${pauses}"
    pauses=$((pauses + 1))
  done
  printf '%s\n' "${listed}"
}

# Sets wanted to the images of calls that may still need them, blanks around each.
set_wanted() {
  wanted=' '
  for signed in "${state}"/owner.*; do
    # shellcheck disable=SC2086 # words
    ! read_owner "${signed}" || prove_end ${left_owner} || wanted="${wanted}${left_image} "
  done
}

clean_image() {
  set_image_reason
  if [ -z "${names}" ]; then
    name=${id#sha256:}
    name=$(printf '%.12s' "${name}")
    remove_image "${id}"
    return 0
  fi
  owner_reason=${reason}
  for name in ${names}; do
    reason=${owner_reason}
    [ -n "${reason}" ] || is_given_name || reason='it has a name that this plugin did not give it'
    remove_image "${name}"
  done
}

# Sets reason to why the image stays whatever its name is, or to nothing.
set_image_reason() {
  owner="|${owner_host}|${owner_machine}|${owner_boot}|${owner_namespace}|${owner_uid}|${owner_pid}|${owner_started}|"
  is_foreign "${owner_host}" "${owner_machine}" "${owner_boot}" "${owner_namespace}" "${owner_uid}" || reason=
  [ -z "${reason}" ] || return 0
  if [ -z "${names}" ]; then
    case ${inspected} in
      *"${owner}"*"${owner}"*)
        reason='it may have been built by somebody else, from an image of this plugin'
        return 0
        ;;
      *) ;;
    esac
  fi
  for name in ${given}; do
    case ${wanted} in
      *" ${name} "*)
        reason='a command that is running may need it'
        return 0
        ;;
      *) ;;
    esac
  done
  # podman behind the client of docker knows no image by "sha256:..."
  if ! users=$(list_containers --filter "ancestor=${id#sha256:}"); then
    reason='the engine does not say whether a container uses it'
    return 0
  fi
  for user in ${users}; do
    case "${going} " in
      *" ${user} "*) ;;
      *)
        user=$(printf '%.12s' "${user}")
        reason="container ${user} uses it"
        return 0
        ;;
    esac
  done
}

# Whether ${name} is among the names that the image was built with. podman completes a name without a registry.
is_given_name() {
  for given_name in ${given}; do
    case ${name} in
      "${given_name}" | "localhost/${given_name}" | "docker.io/${given_name}" | "docker.io/library/${given_name}") return 0 ;;
      *) ;;
    esac
  done
  return 1
}

# Removes image $1, which is told of as ${name}, unless there is a reason. Never by force: an image in use stays.
remove_image() {
  if [ -n "${reason}" ]; then
    tell stays image "${size}" "${name}" "${reason}"
  elif [ "${confirm}" = no ]; then
    tell found image "${size}" "${name}" -
  elif answer=$("${engine_path}" rmi "$1" </dev/null 2>&1); then
    tell removed image "${size}" "${name}" -
  else
    case ${answer} in
      *[Nn]'o such image'* | *'image not known'*) tell removed image "${size}" "${name}" - ;;
      *'in use'* | *'is using'* | *'being used'* | *'dependent child'*) tell stays image "${size}" "${name}" "${answer}" ;;
      *) tell failed image "${size}" "${name}" "${answer}" ;;
    esac
  fi
}

tell_of_unlabelled_images() {
  named=$(list_images --no-trunc --filter "reference=${repository}" --format '{{.ID}} {{.Repository}}:{{.Tag}}') || return 0
  while read -r id name; do
    case "
${images}
" in
      *"
${id}
"*) ;;
      *) [ -z "${id}" ] || tell stays image - "${name}" 'it has no label of this plugin' ;;
    esac
  done <<END
${named}
END
}
