#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# moments.sh - kills at random moments: of the caller, the engine's script, the engine's client, podman's monitor, the container's first
# process; sourced by run, does nothing itself.
#
# needs: engine, session, seed, moments, only, small, work; sourced after checks.sh

# Prints the cases, one a line: who is killed, by which signal, while what is done.
cases() {
  for phase in start command build; do
    for victim in script client; do
      printf '%s\n' "${victim} KILL ${phase}" "${victim} TERM ${phase}"
    done
    printf '%s\n' "caller KILL ${phase}"
  done
  printf '%s\n' 'init KILL command'
  [ "${engine}" = docker ] || printf '%s\n' 'monitor KILL start' 'monitor KILL command'
}

# Prints a random number of milliseconds below $2 for moment $1, as seconds.
random_delay() {
  awk -v seed="${seed}" -v number="${1}" -v below="${2}" 'BEGIN {
    srand(seed + number * 7919)
    rand()
    printf "%.3f\n", rand() * below / 1000
  }'
}

# Sends signal $2 to victim $1. Fails when there is none.
strike() {
  victims=
  case ${1} in
    caller) victims=${caller_job} ;;
    script) victims=${job} ;;
    # podman's client is more than one process
    client) victims=$(find_processes "${engine}" "${mark}") ;;
    monitor) victims=$(find_processes conmon "invowk-${session}-") ;;
    *) victims=$("${engine}" ps --filter "name=${session}" --format '{{.ID}}' | head -n 1 |
      xargs -r "${engine}" inspect --format '{{.State.Pid}}') ;;
  esac
  [ -n "${victims}" ] || return
  # shellcheck disable=SC2086 # numbers
  kill -s "${2}" ${victims} 2>/dev/null
}

# Starts the script in the background for the run in directory $1, with the other arguments, and a process that holds its control pipe
# open, as its caller would. Sets job and caller_job.
start_job() {
  run=${1}
  shift
  mkfifo "${run}/control"
  # open before the script looks at it: it takes a pipe that nobody holds for the end of its caller
  exec 9<>"${run}/control"
  sleep 600 &
  caller_job=$!
  exec 9>&-
  sh scripts/invowk-engine run --engine "${engine}" --session "${session}" --workspace "${run}/project" --report "${run}/report" \
    --control "${run}/control" --stop-grace 1 "$@" </dev/null >"${run}/stdout" 2>"${run}/stderr" &
  job=$!
}

# Waits for the script. One that does not end in 60 seconds is noted, and killed.
await_job() {
  await "grep -q -s '^State:.[^ZX]' /proc/${job}/status" || {
    processes >"${run}/hangs"
    kill -s KILL "${job}"
  }
  status=0
  wait "${job}" 2>/dev/null || status=$?
  printf '%s\n' "${status}" >"${run}/status"
  kill -s KILL "${caller_job}" 2>/dev/null || :
  wait "${caller_job}" 2>/dev/null || :
}

# Prints what is wrong with the ended run; nothing if all is well.
find_lies() {
  outcome=$(value "${run}" outcome)
  exit_status=$(value "${run}" exit_status)
  begun=$(count "${run}")
  [ ! -e "${run}/hangs" ] || printf 'it did not end; '
  [ "${begun}" -le 1 ] || printf 'the command began %s times; ' "${begun}"
  case ${victim}-${signal}-${status} in
    script-KILL-*) [ "${status}" -eq 137 ] || printf 'status %s of a killed script; ' "${status}" ;;
    script-TERM-* | caller-KILL-* | monitor-KILL-143)
      [ "${status}" -eq 143 ] || printf 'status %s after TERM; ' "${status}"
      # a signal that comes before the shell has read its first lines ends it
      case ${outcome} in '' | interrupted) ;; *) printf 'outcome %s after TERM; ' "${outcome}" ;; esac
      ;;
    *)
      case ${phase}-${outcome} in
        # a command that does not end by itself
        *-exited)
          [ "${exit_status}" -gt 125 ] || printf 'outcome exited, status %s; ' "${exit_status}"
          [ "${exit_status}" = "${status}" ] || printf 'statuses %s and %s; ' "${exit_status}" "${status}"
          # a signal may reach the command before its first line
          [ "${begun}" -eq 1 ] || [ "${phase}" = start ] || printf 'outcome exited, but it did not begin; '
          ;;
        *-interrupted)
          # the launcher may have been all that started
          [ "${begun}" -eq 1 ] || [ "${phase}" = start ] || printf 'outcome interrupted, but it did not begin; '
          [ "${status}" -gt 0 ] || printf 'outcome interrupted, status 0; '
          ;;
        *-not-started)
          [ "${begun}" -eq 0 ] || printf 'outcome not-started, but it began; '
          case ${status} in 69 | 70 | 75) ;; *) printf 'outcome not-started, status %s; ' "${status}" ;; esac
          ;;
        *) printf 'outcome "%s"; ' "${outcome}" ;;
      esac
      ;;
  esac
}

# Prints what is left after the next two runs: the first may have to kill clients, and leaves their directory to the second.
find_leftovers() {
  for next in 1 2; do
    (call_engine "${run}/next.${next}" "$@" /bin/true)
    read -r next_status <"${run}/next.${next}/status"
    [ "${next_status}" -eq 0 ] || printf 'next run %s ended with %s; ' "${next}" "${next_status}"
  done
  # podman tidies up in the background
  for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
    left=$(processes)
    [ -n "${left}" ] || break
    sleep 0.5
  done
  [ -z "${left}" ] || printf 'left processes: %s; ' "${left}"
  left=$(containers)
  [ -z "${left}" ] || printf 'left containers: %s; ' "${left}"
  left=$(build_containers | grep -v -x -F -f "${run}/build-containers") || :
  [ -z "${left}" ] || printf 'left containers of builds: %s; ' "${left}"
  left=$(directories)
  [ -z "${left}" ] || printf 'left directories: %s; ' "${left}"
}

# Prints the containers in which builds do their steps, one a line: they have no name of ours, podman's belong to any build.
build_containers() {
  if [ "${engine}" = podman ]; then
    podman ps --all --external --format '{{.ID}} {{.Command}}' | sed -n 's/ buildah$//p'
  else
    docker ps --all --quiet --filter "ancestor=${small}"
  fi
}

try_moment() {
  title="moment ${1}: ${victim} ${signal}, ${phase}"
  run=$(make_run "moment.${1}")
  mkdir -p "${run}/next.1/project" "${run}/next.2/project" "${run}/context"
  mark=invowk-${session}-
  if [ "${phase}" = build ]; then
    mark=${run}/context/Containerfile
    printf 'FROM %s\nCOPY step /step\nRUN /bin/sh /step invowk-%s-step && echo %s >/built\n' "${small}" "${session}" "${1}" \
      >"${run}/context/Containerfile"
    printf 'sleep 50\n' >"${run}/context/step"
    set -- "${1}" --containerfile "${run}/context/Containerfile" --context "${run}/context" --tag "localhost/invowk-faults:${session}-${1}"
  else
    set -- "${1}" --image "${small}"
  fi
  number=${1}
  shift
  seconds=600
  [ "${phase}" != build ] || seconds=0
  build_containers >"${run}/build-containers"
  start_job "${run}" "$@" -- sh -c "echo begun >>/workspace/count; sleep ${seconds}"
  case ${phase} in
    start) below=700 ;;
    command) below=300 ;;
    *) below=1500 ;;
  esac
  if [ "${phase}" = command ]; then
    await "[ ! -e '${run}/project/count' ] && kill -0 ${job}" || :
  fi
  delay=$(random_delay "${number}" "${below}")
  title="${title}, ${delay} s"
  sleep "${delay}"
  # what is not there yet is waited for
  until strike "${victim}" "${signal}"; do
    kill -0 "${job}" 2>/dev/null || break
  done
  # podman waits for ever when its monitor is gone, until it is told to end
  if [ "${victim}" = monitor ]; then
    sleep 1
    kill -s TERM "${job}" 2>/dev/null || :
  fi
  await_job
  printf 'true\n' >"${run}/context/step"
  wrong=$(find_lies)
  wrong=${wrong}$(find_leftovers "$@" --)
  begun=$(count "${run}")
  [ "${begun}" -le 1 ] || wrong="${wrong}the command began again; "
  if [ -z "${wrong}" ]; then
    pass "${title}"
    rm -rf "${run}"
  else
    miss "${title}" "${wrong}"
  fi
}

try_moments() {
  # a first run, so that the image's copy for the caller's numbers is there
  run=$(make_run first)
  call_engine "${run}" --image "${small}" -- sh -c 'echo begun >>/workspace/count'
  check_end 'a run without a fault' "${run}" 0 '' 1
  cases | grep -e "^${only}" >"${work}/cases" || fail 64 "${engine} has no ${only}"
  number_of_cases=$(wc -l <"${work}/cases")
  moment=0
  while [ "${moment}" -lt "${moments}" ]; do
    read -r victim signal phase <<END
$(sed -n "$(((moment + seed) % number_of_cases + 1))p" "${work}/cases")
END
    moment=$((moment + 1))
    try_moment "${moment}"
  done
}
