# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# examine.sh - the container engines as the verb "doctor" sees them: all are asked, by the questions of engine.sh, one is taken.
#
# sourced by doctor.sh; needs workspace, selinux and an open state directory

# Tells of each engine that --engine names among the arguments, or of the usual ones, and of what a run would make of them.
examine_engines() {
  left=$#
  while [ "${left}" -gt 0 ]; do
    [ "$1" != --engine ] || set -- "$@" "$2"
    shift 2
    left=$((left - 2))
  done
  [ "$#" -gt 0 ] || set -- podman podman-remote docker
  rejected=
  set_engine_key "$@"
  # a run takes an answer of before, without a question, as long as the containers start
  kept=
  ! read_kept_engine || kept=${engine_path}
  tell state kept_engine "${kept}"
  first=
  chosen=
  passed=
  # what a run would hang in
  hung=
  client=
  for candidate in "$@"; do
    examine "${candidate}"
  done
  [ -n "${chosen}" ] || chosen=${first}
  if [ -n "${chosen}" ]; then
    tell_of_passed warning
    [ "${first:-${chosen}}" = "${chosen}" ] ||
      tell_finding note "an earlier call found ${chosen}, and that counts as long as it works; ${first} stands before it and answers now" \
        'mvn invowk:clean -Dinvowk.kinds=caches -Dinvowk.confirm forgets it'
    examine_chosen
  else
    tell_of_none
  fi
}

# Asks candidate $1, and tells what it says.
examine() {
  tell engine candidate "$1"
  if ! set_candidate_path "$1"; then
    tell engine state absent
    tell engine reason "${reason}"
    return 0
  fi
  tell engine path "${candidate_path}"
  reason=
  cure=
  engine_storage=
  if ask_again "${candidate_path}"; then
    tell engine state answers
    tell_of_answer engine
    # a run that finds one hanging goes no further
    [ -n "${first}${hung}" ] || first=${candidate_path}
    [ "${candidate_path}" != "${kept}" ] || chosen=${kept}
    return 0
  fi
  if [ -n "${stuck}" ]; then
    tell engine state hangs
    reason=${stuck}
    cure="another call of it may keep it busy for a minute: try again, with -Dinvowk.engineTimeout=600; if it hangs then, too, restart its service, or end the one that \"ps -ef\" shows to be at work for long"
    [ -n "${first}" ] || hung=${hung:-${candidate_path}: ${reason}}
    [ -n "${first}" ] || hung_cure=${hung_cure:-${cure}}
  else
    tell engine state fails
    note_namespaces
  fi
  tell engine reason "${reason}"
  tell engine cure "${cure}"
  # one that is tried after the one that is taken is not needed
  [ -n "${first}" ] || passed="${passed}${candidate_path}: ${reason}	${cure}
"
}

# Asks the program at path $1 what it is, as a run does; sets stuck to what it hung in, or to nothing. Fails as ask_engine.
ask_again() {
  stuck=
  ! ask_engine "$1" || return 0
  unstick
  return 1
}

# The end of a question by the limit of time does not end the doctor; a signal does.
unstick() {
  case ${signal} in
    '') ;;
    USR2)
      stuck=${hang}
      signal=
      signal_status=
      signal_sent=
      hang=
      ;;
    *) on_interrupt ;;
  esac
}

# Asks the engine "$@" for answer; fails without a word.
ask_more() {
  said=${state}/said.doctor.$$
  asked=0
  stuck=
  ask "$@" || asked=$?
  rm -f -- "${said}" "${said}.answer"
  unstick
  [ -z "${stuck}" ] && [ "${asked}" -eq 0 ]
}

# An engine without root's rights that does not run, on a machine that gives users no namespaces.
note_namespaces() {
  case ${client-} in
    podman*) ;;
    *) return 0 ;;
  esac
  [ -z "${forbidden_by}" ] || [ "${caller_uid}" -eq 0 ] || cure="let users have namespaces, as root: \"${forbidden_by}\""
}

# Tells as of subject $1 what ask_engine has set.
tell_of_answer() {
  tell "$1" name "${engine_name}"
  tell "$1" version "${engine_version}"
  tell "$1" mode "${engine_mode}"
}

# Tells of the engines that are passed over, each as finding of level $1.
tell_of_passed() {
  while IFS='	' read -r text cure; do
    [ -z "${text}" ] || tell_finding "$1" "${text}" "${cure}"
  done <<END
${passed}
END
}

# No engine can be taken.
tell_of_none() {
  if [ -n "${hung}" ]; then
    tell_error 70 "${hung}" "${hung_cure}"
    return 0
  fi
  case ${passed} in
    '') tell_error 69 'no container engine is installed' 'install podman or docker' ;;
    *)
      verdict=69
      tell_of_passed error
      ;;
  esac
}

# The engine that a run would take: what it is like, and what it would do with the project.
examine_chosen() {
  if ! ask_again "${chosen}"; then
    tell_error 70 "${chosen}: ${stuck:-${reason}}" "${cure}"
    return 0
  fi
  tell containers engine "${chosen}"
  tell containers client "${engine_client}"
  tell_of_answer containers
  tell containers owner "${engine_owner}"
  if [ "${engine_client}" = docker ]; then
    tell containers service "${DOCKER_HOST-}"
  else
    tell containers service "${CONTAINER_HOST-}"
  fi
  examine_machine
  set_user_mapping caller
  case ${user_mapping} in
    keep) tell containers user 'the caller, by the id map (--userns=keep-id)' ;;
    ids) tell containers user "the caller (--user ${caller_uid}:${caller_gid})" ;;
    *) tell containers user "as the image says: the service maps root to its own user" ;;
  esac
  examine_ids
  examine_storage
  examine_labels
  examine_project
  count_leftovers
}

# One more question, whose time is that of an engine's call.
examine_machine() {
  if [ "${engine_client}" = podman ]; then
    question='{{.Store.GraphDriverName}}	{{.Store.GraphRoot}}	{{.Host.OCIRuntime.Name}}	{{.Host.CgroupsVersion}}	{{.Host.Hostname}}	{{.Host.Kernel}}'
    question="${question}	{{range .Host.IDMappings.UIDMap}}{{.ContainerID}}:{{.HostID}}:{{.Size}} {{end}}"
    question="${question}	{{range .Host.IDMappings.GIDMap}}{{.ContainerID}}:{{.HostID}}:{{.Size}} {{end}}"
  else
    question='{{.Driver}}	{{.DockerRootDir}}	{{.DefaultRuntime}}	{{.CgroupVersion}}	{{.Name}}	{{.KernelVersion}}		'
  fi
  driver='' root='' oci_runtime='' cgroups='' service_host='' service_kernel='' uid_map='' gid_map=''
  set_clock
  asked_at=${clock}
  if ! ask_more info --format "${question}"; then
    tell_finding note "${chosen##*/} does not tell of its storage and its machine${stuck:+: ${stuck}}" ''
    return 0
  fi
  set_clock
  [ -z "${clock}" ] || tell containers call_ms "$((clock - asked_at))"
  # a tab is white space to read: empty fields would get lost
  fields=$(printf '%s' "${answer}" | tr '\t' '\n' && printf .)
  {
    IFS= read -r driver
    IFS= read -r root
    IFS= read -r oci_runtime
    IFS= read -r cgroups
    IFS= read -r service_host
    IFS= read -r service_kernel
    IFS= read -r uid_map
    IFS= read -r gid_map
  } <<END || :
${fields%.}
END
  tell containers oci_runtime "${oci_runtime}"
  tell containers cgroups "${cgroups}"
  tell containers storage_driver "${driver}"
  tell containers storage "${root}"
  tell containers uid_map "${uid_map% }"
  tell containers gid_map "${gid_map% }"
}

# Rootless podman without subordinate ids has its user's alone, and cannot keep that one beside root.
examine_ids() {
  [ "${engine_mode}" = podman-rootless ] || return 0
  case ${uid_map% }/${gid_map% } in
    / | *' '*/*' '*) return 0 ;;
    *) ;;
  esac
  set_named_cure subordinate-ids
  if ! command -v newuidmap >/dev/null; then set_named_cure newuidmap; fi
  tell_error 70 'podman has no ids for containers but the user'\''s own' "${cure}"
}

examine_storage() {
  [ "${driver}" != vfs ] ||
    tell_finding warning 'the storage driver vfs copies the whole image for each container: slow, and it fills the disk' \
      'set driver = "overlay" in storage.conf (podman), or "storage-driver" in daemon.json (docker); older kernels need fuse-overlayfs'
  case ${engine_mode} in
    podman-rootless | podman-rootful) ;;
    *) return 0 ;;
  esac
  [ -d "${root}" ] && space=$(df -Pk -- "${root}" 2>/dev/null) || return 0
  read -r _ _ _ space _ <<END
${space##*
}
END
  case ${space} in
    '' | *[!0-9]*) return 0 ;;
    *) ;;
  esac
  tell containers storage_free "$((space / 1024)) MB"
  [ "${space}" -ge 524288 ] || {
    set_named_cure disk-full
    tell_finding warning "the file system of ${root} has only $((space / 1024)) MB left" "${cure}"
  }
}

# SELinux, where the service runs, and what a run makes of it.
examine_labels() {
  tell containers selinux "${engine_selinux}"
  set_labels "${selinux}" '' "${workspace}"
  [ "${engine_selinux}" = enabled ] || return 0
  case ${relabel}/${security_label} in
    /) tell containers labels "${selinux}: directories keep the labels that they have" ;;
    /disable) tell containers labels 'disable: containers run without separation by labels' ;;
    *) tell containers labels "${selinux}: directories are mounted with :${relabel}${security_label:+, ${security_label#level:}}" ;;
  esac
  if [ -n "${relabel}" ] && is_forbidden "${workspace}" "${workspace}"; then
    tell_error 64 "${workspace} must not be relabelled for SELinux: ${forbidden}" 'move the project to a directory of its own, or set -Dinvowk.selinux=disable'
  fi
}

# Whether the engine has the project's directory under its path. An engine that works in this process's tree can be asked; of a service
# only a container tells.
examine_project() {
  [ -z "${lost}" ] || return 0
  inode=$(stat -Lc '%d:%i' "${workspace}" 2>/dev/null) || inode=
  tell project inode "${inode}"
  case ${engine_mode} in
    podman-rootless)
      if ! ask_more unshare stat -Lc '%d:%i' "${workspace}"; then
        tell project proof_engine "none: ${stuck:-podman cannot be asked}"
        tell_finding warning "podman does not see ${workspace}, or cannot be asked for it" \
          'a file system that was mounted after podman'\''s first call may be hidden from it: "podman system migrate" renews its namespace, and stops all containers'
      elif [ "${answer}" != "${inode}" ]; then
        tell project proof_engine "none: podman sees another directory there (${answer})"
        tell_error 64 "podman sees another directory at ${workspace} than this process: ${answer}, not ${inode}" \
          '"podman system migrate" renews podman'\''s namespace, and stops all containers'
      else
        tell project proof_engine 'the same inode of the same device, as podman sees it'
      fi
      ;;
    podman-rootful) tell project proof_engine 'podman works in the namespace of this process' ;;
    *) prove_project ;;
  esac
}

# What calls of this engine have left that were killed.
count_leftovers() {
  set_identity
  leftovers=0
  for signed in "${state}"/owner.*; do
    ! is_left "${signed}" || leftovers=$((leftovers + 1))
  done
  tell state leftovers "${leftovers}"
  [ "${leftovers}" -eq 0 ] ||
    tell_finding note "calls that were killed have left ${leftovers} work directories, and perhaps their containers" \
      'the next container command removes them; mvn invowk:clean lists what there is'
}
