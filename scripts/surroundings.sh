# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# surroundings.sh - what the verb "doctor" tells before a sandbox is left: which one it is, by which fact, and the way out.
#
# sourced by invowk-engine after sandbox.sh
for part in limit engine options findings; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

# refuse.sh tells the doctor, and nobody else, why a sandbox cannot be left.
doctor=yes

# The sandbox around this process, and its name for the project among the arguments.
tell_of_surroundings() {
  if asks_doctor_for_help "$@"; then return 0; fi
  tell_of_override
  tell sandbox kinds "${sandbox}"
  tell sandbox application "${sandbox_app}"
  while [ "$#" -gt 1 ]; do
    [ "$1" != --workspace ] || {
      set_absolute "$2"
      tell project path "${absolute}"
    }
    shift
  done
  set_sandbox_named
  case ${sandbox} in
    flatpak* | toolbox* | distrobox*) tell_of_way_out ;;
    container-socket*) tell sandbox way 'none: the engine is reached by its socket' ;;
    *) ;;
  esac
}

asks_doctor_for_help() {
  for word in "$@"; do
    [ "${word}" != --help ] || return 0
  done
  return 1
}

# Sets sandbox, and tells of the variable that overrides the facts.
tell_of_override() {
  override=${INVOWK_SANDBOX-}
  tell sandbox override "${override}"
  if ! set_sandbox; then
    verdict=0
    tell_error 64 "INVOWK_SANDBOX is \"${override}\", which is no list of kinds of sandboxes" \
      "unset it, or name some of these, with commas between: ${sandbox_kinds}"
    conclude
  fi
  named=${sandbox}
  named_app=${sandbox_app}
  sandbox=
  sandbox_app=
  find_sandboxes
  found=${sandbox:-none}
  set_facts_of "${found}"
  tell sandbox facts "${found_by}"
  [ "${found}" = "${named}" ] ||
    tell_finding note "INVOWK_SANDBOX says \"${named}\", the facts say \"${found}\": the variable counts" 'unset it unless that is meant'
  sandbox=${named}
  sandbox_app=${named_app}
}

# Sets found_by to what tells of the kinds $1.
set_facts_of() {
  found_by=
  rest=$1,
  while [ -n "${rest}" ]; do
    case ${rest%%,*} in
      flatpak) add_fact /.flatpak-info ;;
      toolbox) add_fact /run/.toolboxenv ;;
      distrobox) add_fact "/usr/bin/distrobox-host-exec and /usr/bin/entrypoint" ;;
      snap-strict) add_fact "SNAP_NAME=${SNAP_NAME-}, and a root directory or a profile of its own" ;;
      snap-classic) add_fact "SNAP_NAME=${SNAP_NAME-}" ;;
      container*)
        if [ -e "${facts}/run/.containerenv" ]; then
          add_fact /run/.containerenv
        elif [ -e "${facts}/.dockerenv" ]; then
          add_fact /.dockerenv
        else
          add_fact KUBERNETES_SERVICE_HOST
        fi
        ;;
      wsl) add_fact "the kernel's name ${kernel}" ;;
      *) ;;
    esac
    rest=${rest#*,}
  done
}

add_fact() {
  found_by=${found_by:+${found_by}; }$1
}

tell_of_way_out() {
  if set_spawn_program; then
    tell sandbox way "${spawn_program}"
  else
    tell sandbox way 'none: no program flatpak-spawn'
    tell_finding warning "${no_way_out}: container engines are looked for in the sandbox itself" "${way_cure}"
  fi
}
