# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# messages.sh - what an engine's own messages mean.
#
# sourced; needs report (the file of that name, or empty)

cure=

# Sets last_line to the last line of file $1 that says something; docker closes its errors with a hint at its help.
set_last_line() {
  last_line=
  while IFS= read -r message || [ -n "${message}" ]; do
    case ${message} in
      '' | "See '"*"--help'." | "Run '"*"--help' for more information") ;;
      *) last_line=${message} ;;
    esac
  done <<END
$(tail -n 40 -- "$1" 2>/dev/null || :)
END
}

# Shows what an engine wrote into file $1: all of it, but not a single line that the report holds as well.
show_messages() {
  lines=$(wc -l <"$1")
  if [ -z "${report}" ] || [ "${lines}" -gt 1 ]; then
    cat -- "$1" >&2
  fi
}

# Sets cure to what can be done about the failure of kind $1 that text $2 tells of; leaves it when nothing is known.
set_cure() {
  messages=$2
  match "$1 any" "${scripts}/cures.txt" || return 0
  set_named_cure "${matched_rule}"
}

# Sets cure to the one of name $1.
set_named_cure() {
  while read -r kind name text; do
    [ "${kind} ${name}" != "cure $1" ] || cure=${text}
  done <"${scripts}/cures.txt"
}

# The same for the last lines of file $2.
set_cure_from() {
  set_cure "$1" "$(tail -n 40 -- "$2" 2>/dev/null)"
}

show_cure() {
  [ -z "${cure}" ] || printf 'invowk-engine: %s\n' "${cure}" >&2
}

# Looks for the first row of table $2 whose kind is among the words $1 and whose pattern is in the last 40 lines of file $3.
# Sets matched_kind, matched_rule and matched_text (the line). A row is: kind, rule, pattern of the shell; "#" is a comment.
match_message() {
  messages=$(tail -n 40 -- "$3" 2>/dev/null) || return
  match "$1" "$2"
}

# The same for the text ${messages}.
match() {
  while read -r matched_kind matched_rule pattern; do
    case " $1 " in *" ${matched_kind} "*) ;; *) continue ;; esac
    # shellcheck disable=SC2254 # a pattern is what the table holds
    case ${messages} in *${pattern}*) ;; *) continue ;; esac
    while IFS= read -r matched_text; do
      # shellcheck disable=SC2254
      case ${matched_text} in *${pattern}*) return 0 ;; *) ;; esac
    done <<END
${messages}
END
  done <"$2"
  return 1
}
