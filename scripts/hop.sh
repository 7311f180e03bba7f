# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# hop.sh - carries a verb out of a sandbox: one call of flatpak-spawn runs these same scripts on the host (landing.sh).
#
# sourced after sandbox.sh. The host's side gets, beside the streams:
#   4  the sandbox's root directory: whatever this side can read, that side can, by this descriptor
#   5  a pipe that this process alone writes to: one line for each signal; its end tells that this process is no more
#   6  a pipe for two lines: "started" comes before anything else, "ended STATUS" at the end. It is closed when nothing of
#      that side is left, nor on its way there: then what has not started never will, and may be tried again
#   7  stderr; flatpak-spawn's own goes to a file, which tells why nothing started
#   8  this side's table of mounts
for part in state options; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

# What the host's shell is given to do: the answer first, then the rest of the work.
# shellcheck disable=SC2016 # for that shell
boot='printf "started\n" >&6
set -eu
exec 2>&7 7>&-
sandbox_files=/proc/$$/fd/4
scripts=$1
shift
[ "${scripts}/landing.sh" -ef "${sandbox_files}${scripts}/landing.sh" ] || scripts=${sandbox_files}${scripts}
. "${scripts}/landing.sh"
land "$@"'

# Tries until the host's side has started. The bus refuses calls when many come at the same moment.
most_calls=100

# Runs verb $1 with its arguments on the host, and exits as that does. Returns when the verb is to be done here: to say how it is used,
# or because there is no way out.
hop() {
  if ! set_spawn_program; then
    note_no_way_out
    return 0
  fi
  case $1 in
    run | image)
      # its own words, and its mistakes, need no host
      ! asks_for_help "$@" || return 0
      engine_timeout=0
      read_options "$@" || return 0
      ;;
    *) report='' ;;
  esac
  open_state || exit
  # a closed stdin would become the first file that is opened here
  if ! true 2>/dev/null 3<&0; then
    exec </dev/null
  fi
  left=$#
  set -- "$@" "$1"
  shift
  left=$((left - 1))
  while [ "${left}" -gt 0 ]; do
    case $1 in
      --)
        while [ "${left}" -gt 0 ]; do
          set -- "$@" "$1"
          shift
          left=$((left - 1))
        done
        break
        ;;
      --workspace | --context | --containerfile | --env-file | --script | --report | --control)
        set_physical "$2"
        set -- "$@" "$1" "${physical}"
        ;;
      --volume)
        case $2 in
          /*:*)
            set_physical "${2%%:*}"
            set -- "$@" "$1" "${physical}:${2#*:}"
            ;;
          *) set -- "$@" "$1" "$2" ;;
        esac
        ;;
      --engine | --engine-timeout | --image | --tag | --name | --session | --kind | --workdir | --port | --host-port | --user | --selinux | --level | --stop-grace | --timeout)
        [ "${left}" -gt 1 ] || return 0
        set -- "$@" "$1" "$2"
        ;;
      *)
        set -- "$@" "$1"
        shift
        left=$((left - 1))
        continue
        ;;
    esac
    shift 2
    left=$((left - 2))
  done
  set_physical "${PWD}"
  set -- "${physical}" "${sandbox}" "${sandbox_app}" "$@"
  set_physical "${scripts}"
  call_host_until_started "${physical}" "$@"
}

asks_for_help() {
  for word in "$@"; do
    case ${word} in
      --help) return 0 ;;
      --) return 1 ;;
      *) ;;
    esac
  done
  return 1
}

# Sets physical to path $1, absolute and without symbolic links: only that means the same on both sides. What does not exist stays
# as it is.
set_physical() {
  set_absolute "$1"
  physical=${absolute}
  case ${physical}/ in
    *//* | */./* | */../*) ;;
    *) ! is_straight "${physical}" || return 0 ;;
  esac
  if [ -d "${physical}" ]; then
    physical=$(CDPATH='' cd -P -- "${physical}" && pwd -P && printf .) || return 0
    physical=${physical%?.}
  elif [ -h "${physical}" ]; then
    physical=$(readlink -f -- "${physical}" && printf .) || return 0
    physical=${physical%?.}
  elif [ -d "${physical%/*}" ]; then
    name=${physical##*/}
    physical=$(CDPATH='' cd -P -- "${physical%/*}/" && pwd -P && printf .) || return 0
    physical=${physical%?.}
    physical=${physical%/}/${name}
  fi
  # bash keeps two slashes at the front, which POSIX leaves open
  case ${physical} in
    //*) physical=/${physical#//} ;;
    *) ;;
  esac
}

# Whether no part of path $1 is a symbolic link.
is_straight() {
  part=$1
  while [ -n "${part}" ]; do
    [ ! -h "${part}" ] || return
    part=${part%/*}
  done
}

# Calls the host with the scripts' directory $1 and the other arguments until its side has started, and exits.
call_host_until_started() {
  signal=
  spawn=
  error=
  cause=
  cure=
  rejected=
  calls=0
  while :; do
    calls=$((calls + 1))
    trap 'take_call INT 130' INT
    trap 'take_call TERM 143' TERM
    trap 'take_call HUP 129' HUP
    call_host "$@"
    if [ -n "${ended}" ]; then
      exit "${ended}"
    elif [ -n "${started}" ]; then
      end_lost
    fi
    if [ -n "${signal}" ]; then
      refuse interrupted "${signal_status}"
    elif [ "${spawn_status}" -gt 128 ]; then
      # whoever killed it wants no second one
      error="flatpak-spawn ended with status ${spawn_status} before the command had started"
      refuse interrupted "${spawn_status}"
    fi
    case ${said} in
      *'Resource temporarily unavailable'*) [ "${calls}" -lt "${most_calls}" ] || refuse_call ;;
      *) refuse_call ;;
    esac
    # they came at the same moment, and are not to come so again
    sleep "0.$((100 + ($$ * 7 + calls * 31) % (calls < 8 ? 100 : 400)))" 2>/dev/null || sleep 1
  done
}

# The trap of a signal: the host's side is told. It gets those of a terminal from flatpak-spawn, too, and counts them once.
take_call() {
  if [ -z "${signal}" ]; then
    signal=$1
    signal_status=$2
  fi
  case ${spawn} in
    '') refuse interrupted "${signal_status}" ;;
    over) ;;
    *) printf '%s\n' "$1" >&9 ;;
  esac
}

# Calls the host once, and waits until nothing of that call is left. Sets started, ended (its status), spawn_status, and said, what
# flatpak-spawn said when nothing started.
call_host() {
  name_work hop
  fill_call || {
    error="the private directory ${state} cannot be written"
    cause=engine-failed
    refuse not-started 70
  }
  # shellcheck disable=SC2094 # of a pipe both ends
  # each pipe has a reader and a writer before the next is opened, so that no opening waits
  exec 3<&0 9<>"${work}/alive" 7<"${work}/alive" 6<>"${work}/status" 4<"${work}/status" 6>"${work}/status" 8>"${work}/log" \
    5<"${work}/environment"
  rm -rf -- "${work}"
  work=
  spawn=starting
  # 9, which is this process's writing end of the first pipe, is another file in the child
  "${spawn_program}" --host --watch-bus --directory=/ --env-fd=9 --forward-fd=4 --forward-fd=5 --forward-fd=6 --forward-fd=7 \
    --forward-fd=8 sh -c "${boot}" invowk-engine "$@" \
    <&3 9<&5 5<&7 7>&2 2>&8 3<&- 4</ 8</proc/self/mountinfo &
  spawn=$!
  exec 3<&- 5<&- 6>&- 7<&-
  while :; do
    spawn_status=0
    # some shells tell of a child that was killed
    wait "${spawn}" 2>/dev/null || spawn_status=$?
    kill -0 "${spawn}" 2>/dev/null || break
  done
  spawn=over
  # the host's side ends if it has not yet
  exec 9>&-
  read_answers
  said=
  [ -n "${ended}" ] || said=$(cat <"/proc/$$/fd/8")
  exec 4<&- 8>&-
  spawn=
}

fill_call() {
  mkdir -m 700 -- "${work}" && mkfifo -m 600 -- "${work}/alive" "${work}/status" && put_environment >"${work}/environment"
}

# Reads the host's lines to their end, in a process that no signal interrupts.
read_answers() {
  started=
  ended=
  answers=$(
    trap '' INT TERM HUP
    while IFS= read -r line; do printf '%s\n' "${line}"; done <&4
  )
  while read -r word rest; do
    case ${word} in
      started) started=yes ;;
      ended) ended=${rest} ;;
      *) ;;
    esac
  done <<END
${answers}
END
}

# Variables for the host, which knows none of ours: NAME=VALUE, each ended by NUL.
put_environment() {
  put_variable DOCKER_HOST "${DOCKER_HOST-}"
  put_variable DOCKER_CONTEXT "${DOCKER_CONTEXT-}"
  put_variable DOCKER_CONFIG "${DOCKER_CONFIG-}"
  put_variable DOCKER_TLS_VERIFY "${DOCKER_TLS_VERIFY-}"
  put_variable DOCKER_CERT_PATH "${DOCKER_CERT_PATH-}"
  put_variable CONTAINER_HOST "${CONTAINER_HOST-}"
  put_variable CONTAINER_CONNECTION "${CONTAINER_CONNECTION-}"
  put_variable CONTAINER_SSHKEY "${CONTAINER_SSHKEY-}"
  put_variable CONTAINERS_CONF "${CONTAINERS_CONF-}"
  put_variable CONTAINERS_CONF_OVERRIDE "${CONTAINERS_CONF_OVERRIDE-}"
  put_variable CONTAINERS_STORAGE_CONF "${CONTAINERS_STORAGE_CONF-}"
  put_variable CONTAINERS_REGISTRIES_CONF "${CONTAINERS_REGISTRIES_CONF-}"
  put_variable REGISTRY_AUTH_FILE "${REGISTRY_AUTH_FILE-}"
  put_variable STORAGE_DRIVER "${STORAGE_DRIVER-}"
  put_variable STORAGE_OPTS "${STORAGE_OPTS-}"
  put_variable INVOWK_SANDBOX "${INVOWK_SANDBOX-}"
  put_variable http_proxy "${http_proxy-}"
  put_variable https_proxy "${https_proxy-}"
  put_variable ftp_proxy "${ftp_proxy-}"
  put_variable all_proxy "${all_proxy-}"
  put_variable no_proxy "${no_proxy-}"
  put_variable HTTP_PROXY "${HTTP_PROXY-}"
  put_variable HTTPS_PROXY "${HTTPS_PROXY-}"
  put_variable FTP_PROXY "${FTP_PROXY-}"
  put_variable ALL_PROXY "${ALL_PROXY-}"
  put_variable NO_PROXY "${NO_PROXY-}"
  put_variable TERM "${TERM-}"
  put_variable TZ "${TZ-}"
}

put_variable() {
  [ -z "$2" ] || printf '%s=%s\0' "$1" "$2"
}

# Ends a call whose host's side started and did not tell how it ended: it was killed there.
end_lost() {
  [ -z "${said}" ] || printf '%s\n' "${said}" >&2
  error="the call on the host ended without an answer; flatpak-spawn ended with status ${spawn_status}"
  [ "${spawn_status}" -ge 125 ] || spawn_status=70
  refuse interrupted "${spawn_status}"
}

# Ends a call that the host never got.
refuse_call() {
  # the hint that newer versions add is not the error
  reason=${said%%
*}
  cause=engine-unavailable
  set_sandbox_named
  case ${said} in
    *ServiceUnknown* | *AccessDenied* | *'was not provided by any .service files'*)
      reason="${sandbox_named} has no permission to call it"
      [ "${sandbox%%,*}" != flatpak ] ||
        cure="give the permission with \"flatpak override --user --talk-name=org.freedesktop.Flatpak ${sandbox_app}\" on the host, and start the application anew"
      ;;
    *"Can't find bus"*)
      [ "${sandbox%%,*}" != flatpak ] ||
        cure="give it the session's bus with \"flatpak override --user --socket=session-bus ${sandbox_app}\" on the host, and start the application anew"
      ;;
    *'Unknown option'*) cure='install flatpak-xdg-utils 1.0.5 or newer in the sandbox' ;;
    *) ;;
  esac
  rejected="the host: ${reason:-flatpak-spawn ended with status ${spawn_status} and did not say why}
"
  error='no container engine'
  refuse not-started 69
}

# Ends the call with outcome $1 and status $2: the report, or a line for a person.
refuse() {
  # shellcheck source=scripts/refuse.sh
  . "${scripts}/refuse.sh"
  end_refused "$1" "$2"
}

# Said once in a session: without a way out, only an engine in the sandbox itself can do it. If there is none, engine.sh says it again.
note_no_way_out() {
  open_state || exit
  if [ ! -e "${state}/told.flatpak-spawn" ]; then
    : >"${state}/told.flatpak-spawn"
    printf 'invowk-engine: %s: container engines are looked for in the sandbox itself\n' "${no_way_out}" >&2
  fi
}
