# SPDX-License-Identifier: Apache-2.0
# Callers and clients that are killed, with a real container engine: the container goes in the grace period.
load helper

# Starts a process that holds the control pipe open, as the plugin does. Sets holder.
hold_control() {
  mkfifo "${BATS_TEST_TMPDIR}/control"
  sleep 600 9<>"${BATS_TEST_TMPDIR}/control" >/dev/null 2>&1 3>&- &
  holder=$!
  until [ -e "/proc/${holder}/fd/9" ]; do sleep 0.02; done
}

@test "the caller is killed: the command gets TERM and its time, then the container goes" {
  hold_control
  start_command --control "${BATS_TEST_TMPDIR}/control" --stop-grace 20 -- \
    bash -c 'trap "sleep 1; echo told >told; exit 0" TERM; touch ready; while :; do sleep 0.1; done'
  await_ready
  kill -s KILL "${holder}"
  await_job
  same "${status} $(report outcome)" '143 interrupted'
  same "$(cat "${workspace}/told")" told
  same "$(containers)" ''
}

@test "the caller is killed, and the command ignores TERM: the container goes after the grace period" {
  hold_control
  start_command --control "${BATS_TEST_TMPDIR}/control" --stop-grace 1 -- sh -c 'trap "" TERM; touch ready; sleep 60; touch late'
  await_ready
  started=${SECONDS}
  kill -s KILL "${holder}"
  await_job
  [ "$((SECONDS - started))" -lt 15 ]
  same "${status}" 143
  same "$(containers)" ''
}

@test "the caller is killed at any moment of the start: nothing is left, and nothing runs twice" {
  local number bad=''
  : >"${workspace}/count"
  for number in {0..14}; do
    rm -f "${BATS_TEST_TMPDIR}/control"
    hold_control
    start_command --control "${BATS_TEST_TMPDIR}/control" -- sh -c "echo ${number} >>count; sleep 60; echo late >>count"
    sleep "0.$(printf '%02d' $((number * 4 + 1)))"
    kill -s KILL "${holder}"
    await_job
    [ "${status}" -eq 143 ] && [ -z "$(containers)" ] || bad="${bad} ${number}: ${status} $(containers)"
  done
  same "${bad}" ''
  same "$(sort "${workspace}/count" | uniq -d)" ''
  ! grep late "${workspace}/count"
}

# Sends signal $1 to the run's clients. podman's can be two processes; other programs have the name in their arguments, too.
strike_clients() {
  local client
  for client in $(grep -l -s -a "invowk-${session}-" /proc/[0-9]*/cmdline); do
    client=${client%/cmdline}
    ! grep -q -x -e podman -e docker "${client}/comm" || kill -s "$1" "${client#/proc/}"
  done
}

runs_client() {
  grep -q -s -a -e --name.invowk-"${session}-" /proc/[0-9]*/cmdline
}

@test "the engine's client is killed: the run says so, and the container goes" {
  start_command -- sh -c 'touch ready; sleep 3; touch late'
  await_ready
  strike_clients KILL
  await_job
  same "${status} $(report outcome)" '137 interrupted'
  contains "$(report error)" 'ended with status 137 while the command ran'
  same "$(containers)" ''
  sleep 3
  [ ! -e "${workspace}/late" ]
}

@test "docker's client gets TERM until it ends by itself: the run says so, and the container goes" {
  [ "${test_engine}" = docker ] || skip "podman's client hands each one on"
  start_command -- sh -c 'trap "" TERM; touch ready; sleep 6; touch late'
  await_ready
  # it counts the signals that it takes, and takes one at a time
  while runs_client; do
    strike_clients TERM
    sleep 0.1
  done
  await_job
  same "${status} $(report outcome)" '70 interrupted'
  contains "$(report error)" 'docker ended with status 1 while the command ran'
  same "$(containers)" ''
  sleep 6
  [ ! -e "${workspace}/late" ]
}

@test "a command that ends with 137 by itself is no lost client" {
  run_it -- sh -c 'exit 137'
  same "${status} $(report outcome) $(report error)" '137 exited '
}
