# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# supervise.sh - one child process at a time: a signal goes on to it, and it ends within the grace period.
#
# sourced; a child is started by: child=starting; COMMAND & child=$!; await_child
# Sets child_status and, after a signal, signal (INT, TERM or HUP) and signal_status (128 + its number).
# Uses stop_grace (seconds). Calls on_interrupt when a signal comes while there is no child, and on_grace_over.
#
# A trap can run only while the shell waits, so the child is in the background. There it starts with INT ignored until it
# installs a handler of its own: INT goes on as TERM as long as $marker, the proof that its command runs, is missing.

child=
marker=
signal=
signal_status=
signal_sent=

watch_signals() {
  trap 'take_signal INT 130' INT
  trap 'take_signal TERM 143' TERM
  trap 'take_signal HUP 129' HUP
}

# From here on nothing interrupts: what is left is the clean-up.
ignore_signals() {
  trap '' INT TERM HUP
}

# The first signal is handed on; after the second there is no more patience.
take_signal() {
  if [ -n "${signal_sent}" ]; then
    kill -s KILL "${child}" 2>/dev/null || :
  elif [ -z "${signal}" ]; then
    signal=$1
    signal_status=$2
    case ${child} in
      '') on_interrupt ;;
      starting) ;;
      *) send_signal ;;
    esac
  fi
}

send_signal() {
  signal_sent=${signal}
  if [ "${signal}" = INT ] && [ ! -e "${marker}" ]; then
    signal_sent=TERM
  fi
  kill -s "${signal_sent}" "${child}" 2>/dev/null || :
}

# Waits for the child and sets child_status. Fails when a signal came, whatever the child made of it.
await_child() {
  timer=
  while :; do
    [ -z "${signal}" ] || [ -n "${signal_sent}" ] || send_signal
    child_status=0
    wait "${child}" || child_status=$?
    if [ -z "${signal}" ] || ! kill -0 "${child}" 2>/dev/null; then
      break
    fi
    [ -n "${timer}" ] || start_timer
  done
  [ -z "${timer}" ] || stop_timer
  child=
  [ -z "${signal}" ]
}

# After the grace period: on_grace_over, then the child is killed. The timer outlives signals that the whole process group
# gets, and holds no stream of ours.
start_timer() {
  (
    trap '' INT TERM HUP
    sleep "${stop_grace}" &
    sleeper=$!
    trap 'kill -s KILL "${sleeper}"; exit 0' USR1
    wait "${sleeper}"
    on_grace_over
    kill -s KILL "${child}"
  ) </dev/null >/dev/null 2>&1 3<&- &
  timer=$!
}

stop_timer() {
  kill -s USR1 "${timer}" 2>/dev/null || :
  wait "${timer}" 2>/dev/null || :
}
