# SPDX-License-Identifier: Apache-2.0
# Kills at random moments of a run: of the caller, the engine's script, the engine's client, the command. Nothing may be left, nothing may
# run twice, and the report must be true. The engines are fake: many moments in little time; src/it/faults has the real ones.
#
# INVOWK_TEST_MOMENTS   how many of each victim, signal and phase, default 2
# INVOWK_TEST_SEED      of the moments, to have them again
load helper

state=runtime/invowk

engine_with_containers() {
  local call
  have "$1"
  mkdir "${FAKE}/containers"
  for call in 'run run_container' 'serve serve_container' 'rm remove_containers' 'container inspect_container'; do
    printf '. "${FAKES}/containers.sh"\n%s "$@"\n' "${call#* }" >"${FAKE}/$1-${call% *}"
  done
  printf '0\n' | tee "${FAKE}/before" >"${FAKE}/between"
  # the engine is known from here on, and the image has its copy
  engine run --engine "$1" --image i -- true
}

# Sets variable $1 to a random number of seconds below $2 milliseconds: a subshell would have random numbers of its own.
set_random_seconds() {
  printf -v "$1" '0.%03d' "$((RANDOM % $2))"
}

# Prints the clients of the run ${session}, one a line.
clients() {
  local directory program
  for directory in $(grep -l -s -a -e "--name.invowk-${session}-" /proc/[0-9]*/cmdline); do
    directory=${directory%/cmdline}
    read -r program 2>/dev/null <"${directory}/comm" || continue
    [ "${program}" != "$1" ] || printf '%s\n' "${directory#/proc/}"
  done
}

# Sends signal $3 to victim $2 of a run with engine $1. Fails when there is none yet.
strike() {
  local victims
  case $2 in
    caller) victims=${holder} ;;
    script) victims=${job} ;;
    client) victims=$(clients "$1") ;;
    command) victims=$(cat "${FAKE}"/containers/*/process 2>/dev/null) ;;
  esac
  # shellcheck disable=SC2086
  [ -n "${victims}" ] && kill -s "$3" ${victims} 2>/dev/null
}

# Prints what is not true of the run that has ended; $1: the victim and the signal.
find_lies() {
  local begun=0 outcome='' exit_status=''
  if [ -e report ]; then
    outcome=$(report outcome)
    exit_status=$(report exit_status)
  fi
  [ ! -e "${workspace}/count" ] || begun=$(wc -l <"${workspace}/count")
  [ "${begun}" -le 1 ] || printf 'the command began %s times; ' "${begun}"
  case $1-${outcome}-${status} in
    script-KILL-*-137 | script-TERM--143 | *-TERM-interrupted-143 | caller-KILL-interrupted-143 | caller-KILL--143) ;;
    # a signal may reach the command before its first line
    *-exited-137 | *-exited-143) [ "${exit_status}" = "${status}" ] || printf 'exited with %s, status %s; ' "${exit_status}" "${status}" ;;
    *-not-started-69 | *-not-started-70) [ "${begun}" -eq 0 ] || printf 'not started, but it began; ' ;;
    *-interrupted-70 | *-interrupted-137 | *-interrupted-143) ;;
    *) printf 'outcome "%s" (exit status "%s"), status %s; ' "${outcome}" "${exit_status}" "${status}" ;;
  esac
}

# Prints what is there still of a run that has ended, after the next two: the first may have to kill clients, and leaves their directory.
find_leftovers() {
  local left next
  printf '0\n' | tee "${FAKE}/before" >"${FAKE}/between"
  for next in 1 2; do
    run_engine run --engine "$1" --image i -- true
    [ "${status}" -eq 0 ] || printf 'next run %s: status %s, %s; ' "${next}" "${status}" "${stderr}"
  done
  for _ in {1..200}; do
    left=$(grep -l -s -a -e "invowk-${session}-" /proc/[0-9]*/cmdline) || break
    sleep 0.05
  done
  [ -z "${left}" ] || printf 'processes %s; ' "${left}"
  left=$(cd "${FAKE}/containers" && ls)
  [ -z "${left}" ] || printf 'containers %s; ' "${left}"
  left=$(cd "${state}" && ls -d run.* owner.* 2>/dev/null)
  [ -z "${left}" ] || printf 'directories %s; ' "${left}"
}

# Tries one moment: engine $1, victim $2, signal $3, phase $4. Prints what is wrong.
try_moment() {
  local before between delay wrong
  RANDOM=$((seed + number))
  set_random_seconds before 60
  set_random_seconds between 60
  session=moment${BATS_TEST_NUMBER}x${number}x$$
  rm -f "${workspace}/count" control report
  printf '%s\n' "${before}" >"${FAKE}/before"
  printf '%s\n' "${between}" >"${FAKE}/between"
  mkfifo control
  sleep 600 9<>control 3>&- >/dev/null 2>&1 &
  holder=$!
  until [ -e "/proc/${holder}/fd/9" ]; do sleep 0.02; done
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --engine "$1" --session "${session}" --image i --workspace "${workspace}" \
    --report "${BATS_TEST_TMPDIR}/report" --control control --stop-grace 1 -- sh -c 'echo begun >>count; exec sleep 600' \
    </dev/null >out 2>err 3>&- &
  job=$!
  if [ "$4" = command ]; then
    until [ -e "${workspace}/count" ] || ! kill -0 "${job}"; do sleep 0.01; done
    set_random_seconds delay 50
  else
    set_random_seconds delay 200
  fi
  sleep "${delay}"
  # what is not there yet is waited for
  until strike "$1" "$2" "$3"; do
    kill -0 "${job}" 2>/dev/null || break
  done
  status=0
  wait "${job}" || status=$?
  kill -s KILL "${holder}" 2>/dev/null || :
  wait "${holder}" || :
  wrong=$(find_lies "$2-$3")$(find_leftovers "$1")
  [ -z "${wrong}" ] || printf '%s: %s at %s s (made after %s s, started after %s s): %s\n' "${number}" "$2 $3 $4" "${delay}" \
    "${before}" "${between}" "${wrong}"
}

try_moments() {
  local seed=${INVOWK_TEST_SEED:-${RANDOM}} number=0 bad='' victim phase
  engine_with_containers "$1"
  for _ in $(seq "${INVOWK_TEST_MOMENTS:-2}"); do
    for victim in 'script KILL' 'script TERM' 'client KILL' 'client TERM' 'caller KILL' 'command KILL'; do
      for phase in start command; do
        [ "${victim}" != 'command KILL' ] || [ "${phase}" = command ] || continue
        number=$((number + 1))
        # shellcheck disable=SC2086
        bad=${bad}$(try_moment "$1" ${victim} "${phase}")
      done
    done
  done
  same "${bad}" "" || {
    printf 'INVOWK_TEST_SEED=%s has the same moments\n' "${seed}"
    return 1
  }
}

@test "podman: kills at random moments" {
  try_moments podman
}

@test "docker: kills at random moments" {
  try_moments docker
}
