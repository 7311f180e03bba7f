# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# control.sh - ends this call when its caller is no more, also when that was killed and nobody could tell.
#
# sourced after identity.sh and supervise.sh. The caller holds a named pipe open for writing; the kernel closes it with the caller.

watcher=

# Starts the background process that waits for the end of named pipe $1 and then sends TERM to this one. It takes no notice of
# signals to the process group but TERM.
watch_control() {
  watch_pipe "$1" </dev/null >/dev/null 2>&1 3<&- &
  watcher=$!
}

# To open a pipe without a writer would block: while it is opened for reading, this process is one.
watch_pipe() {
  trap '' INT HUP
  exec 7<>"$1"
  exec <"$1" 7<&-
  while read -r _; do :; done
  # the number may be another process's by now
  if read -r process 2>/dev/null <"/proc/$$/stat"; then
    set_process "${process}"
    [ "${process_started}" = "${process_start}" ] || exit 0
  fi
  kill -s TERM "$$"
}

stop_watching() {
  [ -z "${watcher}" ] || kill -s TERM "${watcher}" 2>/dev/null || :
}
