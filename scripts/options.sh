# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# options.sh - the options of the verbs image and run.
#
# sourced after limit.sh and engine.sh. Each option that may stand once becomes a variable; --engine, --volume and --port stay in the
# argument list, where they are looked up again: a list lives only in "$@".

# Reads the options of verb $1 from the arguments after it. Fails with error set at the first mistake, but reads on, so that
# --report counts wherever it stands.
read_options() {
  verb=$1
  shift
  image='' containerfile='' context='' tag='' name='' force_rebuild=no session='' report=''
  workspace='' workdir='' host_port='' env_file='' script='' user=caller selinux=private level='' tty=no stop_grace=10 timeout=0 control=''
  error=
  command=no command_program=
  while [ "$#" -gt 0 ]; do
    case $1 in
      --)
        command=yes command_program=${2-}
        [ "$#" -gt 1 ] || mistake 'no command after --'
        break
        ;;
      --help)
        usage
        exit 0
        ;;
      --force-rebuild)
        force_rebuild=yes
        shift
        continue
        ;;
      --tty)
        known_to run "$1"
        tty=yes
        shift
        continue
        ;;
      --engine | --engine-timeout | --image | --containerfile | --context | --tag | --session | --report) ;;
      --name) known_to image "$1" ;;
      --workspace | --workdir | --volume | --port | --host-port | --env-file | --script | --user | --selinux | --level | --stop-grace | --timeout | --control)
        known_to run "$1"
        ;;
      *)
        mistake "unknown option \"$1\""
        shift
        continue
        ;;
    esac
    if [ "$#" -lt 2 ] || [ -z "$2" ]; then
      mistake "$1 needs a value"
      break
    fi
    case $1 in
      --image) image=$2 ;;
      --containerfile) set_absolute "$2" && containerfile=${absolute} ;;
      --context) set_absolute "$2" && context=${absolute} ;;
      --tag) tag=$2 ;;
      --name) name=$2 ;;
      --session) session=$2 ;;
      --workspace) set_absolute "$2" && workspace=${absolute} ;;
      --workdir) workdir=$2 ;;
      --host-port) host_port=$2 ;;
      --env-file) set_absolute "$2" && env_file=${absolute} ;;
      --script) set_absolute "$2" && script=${absolute} ;;
      --user) user=$2 ;;
      --selinux) selinux=$2 ;;
      --level) level=$2 ;;
      --stop-grace) stop_grace=$2 ;;
      --timeout) timeout=$2 ;;
      --engine-timeout) engine_timeout=$2 ;;
      --report) report=$2 ;;
      --control) control=$2 ;;
      *) ;;
    esac
    shift 2
  done
  check_image_options
  check_seconds --engine-timeout "${engine_timeout}"
  [ "${verb}" = image ] || check_run_options
  [ -z "${error}" ]
}

# Notes a mistake; the first one counts.
mistake() {
  [ -n "${error}" ] || error=$1
}

known_to() {
  [ "${verb}" = "$1" ] || mistake "$2 is an option of the verb $1"
}

# Sets absolute to path $1, which the caller's directory completes; such a path never looks like an option.
set_absolute() {
  case $1 in
    /*) absolute=$1 ;;
    *) absolute=${PWD%/}/$1 ;;
  esac
}

check_image_options() {
  if [ -n "${image}" ]; then
    [ -z "${containerfile}${context}${tag}" ] || mistake '--image excludes --containerfile, --context and --tag'
  elif [ -z "${containerfile}" ] || [ -z "${context}" ] || [ -z "${tag}" ]; then
    mistake '--image, or --containerfile, --context and --tag, must be given'
  else
    image=${tag}
    [ -f "${containerfile}" ] || mistake "--containerfile is not a file: ${containerfile}"
    [ -d "${context}" ] || mistake "--context is not a directory: ${context}"
  fi
  [ "${force_rebuild}" = no ] || [ -n "${containerfile}" ] || mistake '--force-rebuild needs --containerfile'
  [ -z "${name}" ] || [ -n "${containerfile}" ] || mistake '--name needs --containerfile'
  case "${image} ${name}" in
    -* | *' -'*) mistake "an image's name does not begin with a dash: ${image}${name:+ ${name}}" ;;
    *) ;;
  esac
}

check_run_options() {
  [ "${command}" = yes ] || mistake 'no -- and command'
  [ -z "${workspace}" ] || workdir=${workdir:-/workspace}
  [ -z "${workspace}" ] || [ -d "${workspace}" ] || mistake "--workspace is not a directory: ${workspace}"
  [ -z "${env_file}" ] || [ -r "${env_file}" ] || mistake "--env-file cannot be read: ${env_file}"
  [ -z "${script}" ] || [ -r "${script}" ] || mistake "--script cannot be read: ${script}"
  case ${host_port} in
    *[!a-z0-9.=:]* | *:*[!0-9]* | *:) mistake '--host-port is WAY:NUMBER, and locate --host-way tells WAY' ;;
    '' | slirp4netns:* | pasta:* | gateway=*:* | proxy:*) ;;
    *) mistake '--host-port is WAY:NUMBER, and locate --host-way tells WAY' ;;
  esac
  case ${user} in
    caller | image) ;;
    *) mistake '--user is caller or image' ;;
  esac
  case ${selinux} in
    private | shared | disable | none) ;;
    *) mistake '--selinux is private, shared, disable or none' ;;
  esac
  case ${level} in
    *[!s0-9:c,.-]*) mistake '--level has the form s0:cX,cY' ;;
    *) ;;
  esac
  [ -z "${control}" ] || [ -p "${control}" ] || mistake "--control is not a named pipe: ${control}"
  check_seconds --stop-grace "${stop_grace}"
  check_seconds --timeout "${timeout}"
}

# A number that every shell can count with.
check_seconds() {
  case $2 in
    *[!0-9]* | 0?* | ?????????*) mistake "$1 is a number of seconds" ;;
    *) ;;
  esac
}

fail_usage() {
  printf 'invowk-engine: %s: %s\n' "${verb}" "${error}" >&2
  usage >&2
  exit 64
}

# Calls find_engine with the values of --engine among the arguments, or the default.
find_engine_among() {
  left=$#
  while [ "${left}" -gt 0 ]; do
    case $1 in
      --)
        shift "${left}"
        break
        ;;
      --tty | --force-rebuild)
        shift
        left=$((left - 1))
        ;;
      *)
        [ "$1" != --engine ] || set -- "$@" "$2"
        shift 2
        left=$((left - 2))
        ;;
    esac
  done
  [ "$#" -gt 0 ] || set -- podman podman-remote docker
  find_engine "$@"
}
