# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# limit.sh - how long things may take: the command, an engine's answer, a removal; and what is said while one waits.
#
# sourced with supervise.sh; a hang is put into words by messages.sh. Uses
#   timeout         seconds that the command may run, 0: no limit
#   engine_timeout  seconds that the engine's client may take for one thing, 0: no limit
#   marker          the file that proves that the command runs
# Limits of a child are watched by a process beside it, because a shell can run a trap only while it waits: it sends ALRM or USR2
# to this shell. The timers outlive signals that the whole process group gets, and end at USR1. They are made without a trap for EXIT:
# bash does that of this shell in a timer that USR1 ends before it has begun.

phase=
spoken=
silence=
notice=
timeout=0
engine_timeout=600
hang=

# Seconds of a wait until a person is told.
notice_after=5

# Seconds that a removal may take. It waits for podman's storage lock, which others hold for a minute with nothing wrong.
most_removal=90

# Says of the next child: it is the engine's client, which $1 ("it ..."); its words go to file $2; with $3 "silence" only the
# time counts in which that file does not grow.
in_phase() {
  phase=$1
  spoken=$2
  silence=${3-}
  notice=
}

start_limiter() {
  drop_exit
  (
    begin_timer
    watch_child
  ) </dev/null >/dev/null 9>&2 2>/dev/null 3<&- 8>&- &
  limiter=$!
  take_exit
}

# The limiter: tells of a long wait, once; ends a child that hangs; then, when the command has started, ends that after its time.
# The start is looked for once a second when the command's time counts.
watch_child() {
  waited=0
  quiet=0
  size=0
  until [ -e "${marker}" ]; do
    step=${notice_after}
    [ "${timeout}" -eq 0 ] || step=1
    if [ -n "${phase}" ] && [ "${engine_timeout}" -ne 0 ] && [ "$((engine_timeout - quiet))" -lt "${step}" ]; then
      step=$((engine_timeout - quiet))
    fi
    pause_of_shell "${step}"
    waited=$((waited + step))
    quiet=$((quiet + step))
    [ -z "${silence}" ] || look_for_words
    if [ -n "${notice}" ] && [ "${waited}" -ge "${notice_after}" ] && [ ! -e "${marker}" ]; then
      printf 'invowk-engine: %s\n' "${notice}" >&9
      notice=
      [ -n "${phase}" ] || exit 0
    fi
    if [ -n "${phase}" ] && [ "${engine_timeout}" -ne 0 ] && [ "${quiet}" -ge "${engine_timeout}" ] && [ ! -e "${marker}" ]; then
      end_child USR2
    fi
  done
  [ "${timeout}" -ne 0 ] || exit 0
  left=${timeout}
  while [ "${left}" -gt 0 ]; do
    step=5
    [ "${left}" -ge "${step}" ] || step=${left}
    pause_of_shell "${step}"
    left=$((left - step))
  done
  end_child ALRM
}

# Sends signal $1 to the shell and stays until that ends this process: bash takes no note of a child that ends just when a trapped
# signal interrupts its wait, and would wait for it for ever.
end_child() {
  kill -s "$1" "$$"
  while :; do
    pause_of_shell 5
  done
}

# Begins quiet anew when the client has said something since.
look_for_words() {
  former=${size}
  size=$(wc -c <"${spoken}") || size=0
  [ "${size}" -eq "${former}" ] || quiet=0
}

# The child hung: sets hang to who, in what, and for how long, and to what it said last.
note_hang() {
  counted=
  [ -z "${silence}" ] || counted=' without a word'
  hang="${engine_path##*/} hung: it ${phase} for ${engine_timeout} s${counted} and was ended"
  [ -z "${spoken}" ] || set_last_line "${spoken}"
  if [ -n "${spoken}" ] && [ -n "${last_line}" ]; then
    hang="${hang}; it said last: ${last_line}"
  else
    hang="${hang}; it said nothing"
  fi
}

set_removal_limit() {
  removal_limit=${most_removal}
  # one that hung is not waited for once more
  [ -z "${hang}" ] || removal_limit=10
  [ "${engine_timeout}" -eq 0 ] || [ "${engine_timeout}" -gt "${removal_limit}" ] || removal_limit=${engine_timeout}
}

# Runs the engine's client "$@", which cleans up: signals wait for its end. After most_removal seconds, or the limit of the engine
# if that is less, it is killed, and this fails with 124.
call_limited() {
  set_removal_limit
  caller_child=${child}
  child=starting
  "$@" &
  call=$!
  drop_exit
  (
    begin_timer
    pause "${removal_limit}"
    kill -s KILL "${call}" || exit 0
    exit 1
  ) </dev/null >/dev/null 2>&1 3<&- 8>&- &
  call_timer=$!
  take_exit
  while :; do
    called=0
    wait "${call}" || called=$?
    kill -0 "${call}" 2>/dev/null || break
  done
  # another status than 1 is that of a timer that was not ready yet for its signal
  timed=0
  stop_timer "${call_timer}" || timed=$?
  child=${caller_child}
  [ "${timed}" -ne 1 ] || return 124
  return "${called}"
}

# Before and after a timer is made, in bash: without the trap for EXIT, and with it.
# shellcheck disable=SC3028 # empty but in bash
drop_exit() {
  [ "${BASHPID-}" != "$$" ] || trap - EXIT
}

# shellcheck disable=SC3028
take_exit() {
  [ "${BASHPID-}" != "$$" ] || trap 'end_call' EXIT
}

# The first thing in a timer. USR1 ends its sleep and the timer; one that does something else does it to its end.
begin_timer() {
  # not its own
  work=
  sleeper=
  stopped=
  trap '' INT TERM HUP
  trap end_timer USR1
}

end_timer() {
  stopped=yes
  if [ -n "${sleeper}" ]; then
    kill -s KILL "${sleeper}" || :
    exit 0
  fi
}

# Sleeps $1 seconds in a timer; in bash one by one, which can miss a signal that comes just when it begins to wait, and takes it at
# the next.
pause() {
  rest=$1
  nap=${rest}
  [ -z "${BASH_VERSION-}" ] || nap=1
  while [ "${rest}" -gt 0 ]; do
    sleep "${nap}" 9>&- &
    sleeper=$!
    [ -z "${stopped}" ] || end_timer
    # a signal that came before may end the first wait
    while kill -0 "${sleeper}" 2>/dev/null; do
      wait "${sleeper}" || :
    done
    sleeper=
    rest=$((rest - nap))
  done
}

# The same, and ends the timer when its shell is no more.
pause_of_shell() {
  pause "$1"
  kill -0 "$$" 2>/dev/null || exit 0
}

# Ends timer $1; fails with its status when it had failed.
stop_timer() {
  kill -s USR1 "$1" 2>/dev/null || :
  wait "$1" 2>/dev/null
}
