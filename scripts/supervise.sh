# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# supervise.sh - one child process at a time: a signal goes on to it, and it ends within the grace period.
#
# sourced with limit.sh; a child is started by: child=starting; COMMAND & child=$!; await_child
# Sets child_status and, after a signal, signal (INT, TERM or HUP) and signal_status (128 + its number). A limit that is over
# (limit.sh) is a signal, too: ALRM when the command's own time is, USR2 when the child hangs; it ends with TERM.
# Uses stop_grace (seconds). Calls on_interrupt when a signal comes while there is no child, and on_grace_over. With held=yes a child
# whose command does not run yet gets no signal, and on_hold is called instead: it asks a service for something, and would leave
# without knowing what the service makes of that; on_grace_over ends it. With relayed=yes a child whose command runs gets none either,
# and on_relay is called, beside it: it lets the engine give the command its signal.
#
# A trap can run only while the shell waits, so the child is in the background. There it starts with INT ignored until it
# installs a handler of its own: as long as $marker, the proof that its command runs, is missing, every signal goes on as TERM,
# and nothing has to be waited for.

child=
held=
relayed=
relaying=
marker=
signal=
signal_status=
signal_sent=
timer=

watch_signals() {
  trap 'take_signal INT 130' INT
  trap 'take_signal TERM 143' TERM
  trap 'take_signal HUP 129' HUP
  trap 'take_signal ALRM 124' ALRM
  trap 'take_signal USR2 70' USR2
  [ -z "${landed-}" ] || watch_hop
}

# From here on nothing interrupts: what is left is the clean-up.
ignore_signals() {
  trap '' INT TERM HUP ALRM USR2
  [ -z "${landed-}" ] || ignore_hop
}

# The first signal is handed on; the same one again ends the patience. Another one changes nothing: a terminal's INT reaches
# our caller, too, which then sends TERM.
take_signal() {
  if [ -z "${signal}" ]; then
    signal=$1
    signal_status=$2
    case ${child} in
      '') on_interrupt ;;
      starting) ;;
      *) send_signal ;;
    esac
  elif [ -n "${signal_sent}" ] && [ "$1" = "${signal}" ]; then
    kill -s KILL "${child}" 2>/dev/null || :
  fi
}

# Called by a trap, where bash 5.2 loses its way at "return".
send_signal() {
  signal_sent=TERM
  patience=1
  if [ -e "${marker}" ]; then
    [ "${signal}" = ALRM ] || signal_sent=${signal}
    patience=${stop_grace}
  fi
  if [ -n "${held}" ] && [ ! -e "${marker}" ]; then
    patience=0
    on_hold
  fi
  if [ "${signal}" = USR2 ]; then
    patience=2
    kill -s TERM "${child}" 2>/dev/null || :
  elif [ -n "${relayed}" ] && [ -e "${marker}" ]; then
    relaying=yes
  elif [ -z "${held}" ] || [ -e "${marker}" ]; then
    kill -s "${signal_sent}" "${child}" 2>/dev/null || :
  fi
  # here and not after the wait: a shell may take the signal just before it begins to wait, and a child lose it that is only forked
  [ -n "${timer}" ] || start_timer
}

# Waits for the child and sets child_status. Fails when a signal came, whatever the child made of it.
await_child() {
  limiter=
  [ -z "${phase}${notice}" ] || start_limiter
  while :; do
    if [ -n "${signal}" ]; then
      [ -n "${signal_sent}" ] || send_signal
      # a child that comes after the signal has a time of its own
      [ -n "${timer}" ] || start_timer
    fi
    child_status=0
    # some shells tell of a child that was killed
    wait "${child}" 2>/dev/null || child_status=$?
    if [ -z "${signal}" ] || ! kill -0 "${child}" 2>/dev/null; then
      break
    fi
  done
  # the timer first: a limiter that bash has lost is waited for until there are no other children
  [ -z "${timer}" ] || stop_timer "${timer}" || :
  timer=
  [ -z "${limiter}" ] || stop_timer "${limiter}" || :
  [ "${signal}" != USR2 ] || note_hang
  child=
  held=
  relayed=
  relaying=
  in_phase '' ''
  [ -z "${signal}" ]
}

# After ${patience} seconds, and then each second until the child has ended: on_grace_over; at last the child is killed. Again and
# again because a client that is interrupted before its container exists may still make it and start it. A child that hangs is only
# killed, and the removal is not tried again when it hangs.
start_timer() {
  drop_exit
  (
    begin_timer
    [ -z "${relaying}" ] || on_relay
    pause "${patience}"
    if [ "${signal}" != USR2 ]; then
      for _ in 1 2 3 4 5 6 7 8 9 10; do
        on_grace_over || break
        pause 1
      done
    fi
    kill -s KILL "${child}"
  ) </dev/null >/dev/null 2>&1 3<&- 8>&- &
  timer=$!
  take_exit
}
