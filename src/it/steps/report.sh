#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# report.sh - how a step of test-all tells its counts; sourced by the steps, does nothing itself.

# Writes the report file $1: $2 tests passed, $3 failed, $4 were skipped (0 when left out).
# Fails when there was no test at all: then something is wrong with the step.
report() {
  printf '%s\n' "passed=${2}" "failed=${3}" "skipped=${4-0}" >"${1}"
  if [ $((${2} + ${3})) -eq 0 ]; then
    printf 'no test was run\n' >&2
    return 70
  fi
}

# Prints the sum of attribute $1 of the first line of each element testsuite in the given JUnit reports.
sum_of_testsuites() {
  attribute=${1}
  shift
  cat -- "$@" | tr '\n' ' ' | sed 's/<testsuite /\n&/g' |
    sed -n "s/^<testsuite [^>]* ${attribute}=\"\\([0-9]*\\)\".*/\\1/p" |
    awk '{ sum += $1 } END { print sum + 0 }'
}
