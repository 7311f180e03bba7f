# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# refuse.sh - ends a call that does not get as far as its verb.
#
# sourced by hop.sh, landing.sh and snap.sh, when there is an end to tell of; needs error, cause, cure, rejected and report, each may be
# empty
for part in engine report; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

# Ends with outcome $1 and exit status $2: whoever asked for a report finds all in it.
end_refused() {
  outcome=$1
  [ -z "${doctor-}" ] || tell_of_refusal "$2"
  if [ -n "${report}" ]; then
    write_report "${report}" || printf 'invowk-engine: the report cannot be written: %s\n' "${report}" >&2
  elif [ -n "${error}" ]; then
    printf '%s' "${rejected}" >&2
    printf 'invowk-engine: %s%s\n' "${error}" "${cause:+ (${cause})}" >&2
    [ -z "${cure}" ] || printf 'invowk-engine: %s\n' "${cure}" >&2
  fi
  exit "$2"
}
