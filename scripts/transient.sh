# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# transient.sh - whether a failed engine call is made again.
#
# sourced after messages.sh and supervise.sh

most_tries=3

# Decides about try number $2 of engine call $1 (run, build, pull), which failed and wrote file $3. Succeeds when it is to be made
# again, after a pause of as many seconds as there were tries. Fails otherwise; then transient_exhausted is "yes" if only the
# number of tries speaks against another.
is_worth_another_try() {
  transient_exhausted=
  if ! match_message "$1" "${scripts}/transient-errors.txt" "$3"; then
    return 1
  fi
  if [ "${matched_rule}" = once ] && [ "${pattern}" = "${transient_pattern:-}" ]; then
    return 1
  fi
  transient_pattern=${pattern}
  if [ "$2" -ge "${most_tries}" ]; then
    transient_exhausted=yes
    return 1
  fi
  printf 'invowk-engine: try %s of %s failed, trying again: %s\n' "$2" "${most_tries}" "${matched_text}" >&2
  child=starting
  sleep "$2" 3<&- &
  child=$!
  await_child
}
