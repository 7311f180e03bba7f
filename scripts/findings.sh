# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# findings.sh - how the verb "doctor" says what it sees: lines of fields with tabs between them, on stdout.
#
# sourced after engine.sh

# Tells that value $3 is what $2 of subject $1 is. What is not known is not told.
tell() {
  [ -n "$3" ] || return 0
  flatten "$3"
  printf '%s\t%s\t%s\n' "$1" "$2" "${flat}"
}

# Tells of a finding: $1 error (no container can run), warning or note; $2 what is found, $3 what can be done about it, if that is known.
tell_finding() {
  flatten "$2	${3:--}"
  printf 'finding\t%s\t%s\n' "$1" "${flat}"
}

# The same for an error, after which the verb is to end with status $1.
tell_error() {
  [ "${verdict}" -ne 0 ] || verdict=$1
  tell_finding error "$2" "$3"
}

# Ends the verb.
conclude() {
  if [ "${verdict}" -eq 0 ]; then tell containers run yes; else tell containers run no; fi
  exit "${verdict}"
}

# Called in place of a message when a call does not get as far as its verb, with status $1.
tell_of_refusal() {
  verdict=0
  text=${rejected%?}
  tell_error "$1" "${text:-${error}}" "${cure}"
  conclude
}

# Sets clock to the milliseconds since this machine started, in steps of ten; empty where that costs a process.
set_clock() {
  clock=
  [ -r /proc/uptime ] || return 0
  read -r clock _ </proc/uptime
  # a leading zero would make an octal number
  clock=$((${clock%.*} * 1000 + (1${clock#*.} - 100) * 10))
}
