# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # fake and FAKE come from outside
# containers.sh - fake containers that are processes of this machine, and live on when the client that started them is killed.
#
# sourced by a fake's answer to a call, with the arguments in "$@". In FAKE:
#   before, between      how long it takes until a container is made, and from then until it starts, in seconds
#   containers/NAME/     a container that exists: "arguments" it was made with, one a line; "process", its own, once it has started
#   lock                 held while a container starts or goes
#   conmon               podman's monitor
# podman makes and starts a container as its client, which leaves it to a monitor; docker as a service, which goes on when the client has
# ended.

pause() {
  read -r seconds <"${FAKE}/$1"
  sleep "${seconds}"
}

lock_containers() {
  exec 7>"${FAKE}/lock"
  flock 7
}

unlock_containers() {
  exec 7>&-
}

# The call "run".
run_container() {
  for argument; do
    case ${option-} in
      --name) made=${FAKE}/containers/${argument} ;;
      --conmon-pidfile) monitor=${argument} ;;
      *) ;;
    esac
    option=${argument}
  done
  pause before
  mkdir "${made}"
  printf '%s\n' "$@" >"${made}/arguments"
  [ "${fake}" = docker ] || pause between
  # what it writes goes through the client, and ends with it
  : >"${made}/said"
  exec 6<"${made}/said"
  server=$0
  if [ "${fake}" = podman ]; then
    server=${FAKE}/conmon
    ln -s -f -- "$0" "${server}"
  fi
  "${server}" serve "${made}" </dev/null >/dev/null 2>"${made}/said" 6<&- &
  served=$!
  [ "${fake}" = docker ] || printf '%s' "${served}" >"${monitor}"
  trap 'hand_on TERM' TERM
  trap 'hand_on INT' INT
  while :; do
    status=0
    wait "${served}" || status=$?
    kill -0 "${served}" 2>/dev/null || break
  done
  cat <&6 >&2
  exit "${status}"
}

# A client without a container that runs ends, podman's as if for a mistake.
hand_on() {
  if ! read -r process 2>/dev/null <"${made}/process"; then
    [ "${fake}" = docker ] || exit 1
    exit 143
  fi
  kill -s "$1" "${process}" 2>/dev/null || :
}

# The call "serve", of run_container: what starts a container and waits for its end. Nothing in its own arguments is the client's.
serve_container() {
  made=$2
  [ "${fake}" = podman ] || pause between
  lock_containers
  # removed meanwhile
  [ -d "${made}" ] || exit 125
  set --
  while IFS= read -r argument; do
    set -- "$@" "${argument}"
  done <"${made}/arguments"
  (
    unlock_containers
    launch_container "$@"
  ) &
  process=$!
  printf '%s\n' "${process}" >"${made}/process"
  unlock_containers
  status=0
  wait "${process}" || status=$?
  lock_containers
  rm -rf "${made}"
  exit "${status}"
}

# The call "rm".
remove_containers() {
  ignored=no
  status=0
  shift
  while [ "$#" -gt 0 ]; do
    case $1 in
      --time) shift ;;
      --ignore) ignored=yes ;;
      -*) ;;
      *) remove_container "$1" || status=1 ;;
    esac
    shift
  done
  exit "${status}"
}

remove_container() {
  made=${FAKE}/containers/$1
  lock_containers
  if [ -d "${made}" ]; then
    if read -r process 2>/dev/null <"${made}/process"; then
      kill -s KILL "${process}" 2>/dev/null || :
    fi
    rm -rf "${made}"
  elif [ "${ignored}" = no ]; then
    printf 'Error: No such container: %s\n' "$1" >&2
    return 1
  fi
  unlock_containers
}

# The call "container inspect": exit status and state of the last one named.
inspect_container() {
  for name in "$@"; do :; done
  if [ -e "${FAKE}/containers/${name}/process" ]; then
    printf '0 running\n'
  elif [ -e "${FAKE}/containers/${name}" ]; then
    printf '0 created\n'
  else
    printf 'Error: no such container %s\n' "${name}" >&2
    exit 1
  fi
}
