#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# invoker.sh - runs the integration tests in src/it with Maven's invoker; sourced by steps, does nothing itself.

# Runs the integration tests and writes the report file $1; the other arguments go to Maven.
# The plugin is the one that the step build has installed.
run_invoker() {
  report_file=${1}
  shift
  rm -rf target/invoker-reports
  status=0
  ./mvnw --batch-mode --no-transfer-progress -Pit -DskipTests verify "$@" || status=1
  passed=$(count_results 'success')
  skipped=$(count_results 'skipped')
  failed=$(count_results 'failure-[a-z-]*\|error')
  report "${report_file}" "${passed}" "${failed}" "${skipped}" || return
  return "${status}"
}

# Prints how many builds had a result that matches the expression $1.
count_results() {
  set -- "${1}" target/invoker-reports/BUILD-*.xml
  if [ ! -e "${2}" ]; then
    printf '0\n'
    return 0
  fi
  expression="<build-job[^>]* result=\"\\(${1}\\)\""
  shift
  grep -l -e "${expression}" -- "$@" | wc -l
}
