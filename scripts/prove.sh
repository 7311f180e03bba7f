# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# prove.sh - whether a service that starts containers has the project's directory: one that lists it tells, by the inode and the names.
#
# sourced by doctor.sh; needs workspace, sandbox, state, what ask_engine and set_user_mapping set, and
# service_host and service_kernel, the machine that the service says it is on

# The program is the image's: one without ls proves nothing, and others are tried, but not all of a long list.
most_images=5

# Tells whether the service has the project's directory, and its private one, under the names that a run would mount.
prove_project() {
  is_apart=
  is_told=
  shared=${workspace}
  share_own_mounts || return 0
  proved=
  unproven=
  foreign=
  case ${shared} in
    *[\",]*) unproven='the name of the directory has a comma or a quote' ;;
    *) list_in_containers ;;
  esac
  if [ -n "${foreign}" ]; then
    set_foreign_cure
    tell project proof_engine "none: ${foreign}"
    # what somebody says of the machine's directories is for a run to take
    if [ -n "${is_apart}" ] && [ -z "${is_told}" ]; then
      tell_finding warning "${foreign}" "${cure}"
    else
      tell_error 64 "${foreign}" "${cure}"
    fi
  elif [ -n "${proved}" ]; then
    tell project proof_engine "${proved}"
  else
    tell project proof_engine "none: ${unproven}"
    tell_unproven
  fi
}

# In a container with the engine's socket: sets shared to what the engine's machine calls the project, as a run does, and tells of what
# is not there. Fails when nothing is left to prove.
share_own_mounts() {
  case ${sandbox} in
    container-socket*) ;;
    *) return 0 ;;
  esac
  # shellcheck source=scripts/shared.sh
  . "${scripts}/shared.sh"
  mounts_known=0
  set_own_mounts || mounts_known=$?
  unstick
  if [ -n "${stuck}" ] || [ "${mounts_known}" -ne 0 ]; then
    tell project proof_engine "none: ${error:-${stuck}}"
    tell_error 70 "${error:-${stuck}}" ''
    return 1
  fi
  if ! set_shared "${state}"; then
    refuse_private
    tell_error 64 "${error}" "${cure}"
  fi
  if ! set_shared "${workspace}"; then
    refuse_unshared "${workspace}"
    tell project proof_engine "none: ${error}"
    tell_error 64 "${error}" "${cure}"
    return 1
  fi
  [ "${shared}" = "${workspace}" ] || tell project engine_path "${shared}"
}

# Sets proved, foreign or unproven: what containers of the images here say of the directory.
list_in_containers() {
  if ! ask_more images --filter dangling=false --format '{{.Repository}}:{{.Tag}}'; then
    unproven="only a container can tell, and ${chosen##*/} does not list its images${stuck:+: ${stuck}}"
    return 0
  fi
  # ours are the last to be tried: not all of them have programs
  usual=
  own=
  while IFS= read -r listed; do
    case ${listed} in
      '' | *'<none>'*) ;;
      invowk-* | */invowk-*) own="${own}${listed}
" ;;
      *) usual="${usual}${listed}
" ;;
    esac
  done <<END
${answer}
END
  unproven='only a container can tell, and there is no image to make one of'
  lacking=0
  while IFS= read -r listed; do
    [ -n "${listed}" ] || break
    ! list_in_container "${listed}" || break
    lacking=$((lacking + 1))
    unproven="only a container can tell, and an image without the program ls (${listed}) cannot"
    [ "${lacking}" -lt "${most_images}" ] || break
  done <<END
${usual}${own}
END
}

# The same by a container of image $1. Fails when that has no such program.
list_in_container() {
  set_identity
  container_name=invowk-$$-doctor
  said=${state}/said.doctor.$$
  set -- "$1" -1ai /workspace
  case ${user_mapping} in
    ids) set -- --user "${caller_uid}:${caller_gid}" --entrypoint ls "$@" ;;
    # the service maps it to its own user
    *) set -- --user 0:0 --entrypoint ls "$@" ;;
  esac
  in_phase 'listed the directory in a container' "${said}"
  stuck=
  asked=0
  child=starting
  exec_labelled run --rm --pull=never --network=none --name "${container_name}" --security-opt label=disable \
    --mount "type=bind,source=${shared},target=/workspace,readonly" "$@" </dev/null >"${said}.answer" 2>"${said}" 3<&- 8>&- &
  child=$!
  await_child || asked=$?
  theirs=$(cat -- "${said}.answer") || theirs=
  words=$(cat -- "${said}") || words=
  rm -f -- "${said}" "${said}.answer"
  unstick
  if [ -n "${stuck}" ]; then
    # it may be there yet
    call_limited "${engine_path}" rm --force "${container_name}" </dev/null >/dev/null 2>&1 || :
    unproven="only a container can tell: ${stuck}"
    return 0
  fi
  set_inode_listed "${theirs}"
  if [ -n "${inode_listed}" ]; then
    compare_listings
    return 0
  fi
  case ${words} in
    *'failed to exec'* | *'executable file'* | *'/ls: no such file'* | *'exec format error'*) return 1 ;;
    # docker; podman
    *'bind source path does not exist'* | *'statfs '*'no such file or directory'*)
      foreign="the machine of ${chosen##*/} does not have the directory ${shared}"
      ;;
    *)
      words=${words##*
}
      unproven="only a container can tell, and it did not: ${words:-its status is ${child_status}}"
      ;;
  esac
}

# Sets inode_listed to the inode of the directory that "ls -1ai" has listed in $1, empty if it has not; and names to the other names.
set_inode_listed() {
  inode_listed=
  names=$(printf '%s\n' "$1" | sed -e '/^ *[0-9][0-9]* \.\.*$/d' -e 's/^ *[0-9][0-9]* //' | LC_ALL=C sort) || return 0
  while read -r number name; do
    if [ "${name}" = . ]; then
      inode_listed=${number}
      break
    fi
  done <<END
$1
END
}

# A file system that another machine shares may have inodes of its own there; its names tell.
compare_listings() {
  their_inode=${inode_listed}
  their_names=${names}
  ours=$(LC_ALL=C ls -1ai -- "${workspace}") || ours=
  set_inode_listed "${ours}"
  set_own_machine
  if [ "${their_inode}" = "${inode_listed}" ] && { [ -n "${own_machine}" ] || [ "${their_names}" = "${names}" ]; }; then
    proved='the same inode, as a container sees it'
  elif [ -n "${own_machine}" ]; then
    foreign="a container has another directory under ${shared} than this process: inode ${their_inode}, not ${inode_listed}"
  elif [ "${their_names}" != "${names}" ]; then
    foreign="a container has another directory under ${shared} than this process: it does not have the same names in it"
  elif [ -n "${names}" ]; then
    proved="the same names in it, as a container sees it; the service is on ${service_host}, where inodes are others"
  else
    unproven="the directory is empty here, and in a container; the service is on ${service_host}, where inodes are others"
  fi
}

# Sets own_machine (yes) if the service is on this machine: by its name and kernel; in a container, which has a name of its own, by the
# kernel, and because it knows that container.
set_own_machine() {
  own_machine=
  own_kernel=$(uname -r 2>/dev/null) || own_kernel=
  own_host=$(uname -n 2>/dev/null) || own_host=
  [ -n "${service_kernel}" ] && [ "${service_kernel}" = "${own_kernel}" ] || return 0
  if [ -n "${is_told}" ] || [ "${service_host}" = "${own_host}" ]; then own_machine=yes; fi
}

set_foreign_cure() {
  case ${sandbox}/${engine_mode} in
    container-socket*) cure='start the container with a volume for it, or tell where it is there with INVOWK_HOST_PATHS=DIRECTORY=DIRECTORY-THERE' ;;
    */docker-desktop) cure='share the directory of the project in the settings of Docker Desktop (Resources, File sharing)' ;;
    *) cure='use an engine of this machine, share the directory with that of the service, or put the project into an image: mvn invowk:provision' ;;
  esac
}

# Without a proof it counts where the service is.
tell_unproven() {
  set_own_machine
  cure="an image that has the program ls lets the doctor look, such as \"${chosen##*/} pull docker.io/library/debian:stable-slim\"; a run in an image without it takes the engine's word, too"
  if [ -n "${own_machine}" ]; then
    [ -z "${is_told}" ] || tell_finding note "nothing has proven that a container gets ${workspace}: ${unproven}" "${cure}"
  elif [ -z "${service_host}" ]; then
    tell_finding note "nothing has proven that a container gets ${workspace}: ${unproven}" "${cure}"
  else
    tell_finding warning "the service runs on ${service_host} (kernel ${service_kernel}), this process on ${own_host} (kernel ${own_kernel}): ${workspace} may be another directory there, or none; ${unproven}" \
      "${cure}"
  fi
}
