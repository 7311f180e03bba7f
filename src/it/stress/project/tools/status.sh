# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # variables come from the environment
# Ends as $1 says, and leaves a line for each time it was run.
printf 'run\n' >>"out/${RUN}"
printf 'ending: %s\n' "$1" >&2
case $1 in
  set-e)
    set -e
    printf 'before\n'
    false
    printf 'after\n'
    ;;
  killed) kill -s KILL "$$" ;;
  *) exit "$1" ;;
esac
