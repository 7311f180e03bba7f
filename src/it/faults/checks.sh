#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# checks.sh - one run of the engine's scripts, and what is true of it; sourced by run, does nothing itself.
#
# needs: engine, session, work, small (the image)
#
# A run has a directory with the files status, stdout, stderr, report, and project/count, to which its command adds a line.

# Prints the directory of the run named $1, new.
make_run() {
  rm -rf "${work:?}/${1}"
  mkdir -p "${work}/${1}/project"
  printf '%s\n' "${work}/${1}"
}

# Runs the engine for the run in directory $1; the other arguments are its options and its command. Ends with the engine's status, which
# the file status holds, too.
call_engine() {
  called=${1}
  shift
  status=0
  sh scripts/invowk-engine run --engine "${engine}" --session "${session}" --workspace "${called}/project" --report "${called}/report" \
    "$@" </dev/null >"${called}/stdout" 2>"${called}/stderr" || status=$?
  printf '%s\n' "${status}" >"${called}/status"
}

# Prints the value of key $2 in the report of the run in directory $1; nothing if it has none.
value() {
  [ ! -e "${1}/report" ] || sed -n "s/^${2}=//p" "${1}/report"
}

# Prints how often the command of the run in directory $1 has begun.
count() {
  if [ -e "${1}/project/count" ]; then
    wc -l <"${1}/project/count"
  else
    printf '0\n'
  fi
}

pass() {
  printf 'passed %s\n' "${1}" | tee -a "${work}/verdicts"
}

# The check with title $1 failed for reason $2.
miss() {
  printf 'failed %s: %s\n' "${1}" "${2}" | tee -a "${work}/verdicts"
}

# The check with title $1: text $2 must be $3.
check_same() {
  if [ "${2}" = "${3}" ]; then
    pass "${1}"
  else
    miss "${1}" "it is \"${2}\", and not \"${3}\""
  fi
}

# The check with title $1: the run in directory $2 ended with status $3, its report has cause $4, which may be empty, its command began
# $5 times, and the cure contains $6 if that is given.
check_end() {
  read -r status <"${2}/status"
  found="$(value "${2}" cause) ${status} $(count "${2}")"
  cure=$(value "${2}" cure)
  case ${cure} in
    *"${6-}"*) check_same "${1}" "${found}" "${4} ${3} ${5}" ;;
    *) miss "${1}" "${found}, with the cure \"${cure}\": $(value "${2}" error)" ;;
  esac
}

# The check with title $1: the run in directory $2 made $3 tries.
check_tries() {
  tries=$(value "${2}" tries)
  check_same "${1}: tries" "${tries}" "${3}"
}

# Prints the containers that are left of this program, one a line. podman shows those that exist in its storage alone, of builds too,
# whatever filter is given.
containers() {
  if [ "${engine}" = podman ]; then
    podman ps --all --external --format '{{.Names}} {{.Status}}'
  else
    docker ps --all --format '{{.Names}} {{.Status}}'
  fi | grep -e "^invowk-${session}-" || :
}

# Prints the work directories that are left of this program. Of a directory, or of what stands beside it, the container's name tells.
directories() {
  grep -l -s -F -e "invowk-${session}-" "${XDG_RUNTIME_DIR:-/run/user/${caller}}"/invowk/owner.* || :
}

# Prints the processes that name a container of this program: the engine's and podman's own.
processes() {
  for process in /proc/[0-9]*; do
    if grep -q -s -F -e "invowk-${session}-" "${process}/cmdline"; then
      tr '\0' ' ' 2>/dev/null <"${process}/cmdline" || :
      printf '(%s)\n' "${process#/proc/}"
    fi
  done
}

# Prints the numbers of the processes of name $1 (/proc/PID/comm) whose arguments contain text $2.
find_processes() {
  for process in /proc/[0-9]*; do
    if read -r name 2>/dev/null <"${process}/comm" && [ "${name}" = "${1}" ] && grep -q -s -a -F -e "${2}" "${process}/cmdline"; then
      printf '%s\n' "${process#/proc/}"
    fi
  done
}

# Removes what this program has made: its containers and its images.
remove_all() {
  containers | while read -r name _; do
    "${engine}" rm --force "${name}" </dev/null >/dev/null || :
  done
  "${engine}" images --format '{{.Repository}}:{{.Tag}}' | grep -F -e "${session}" | sort -u | while read -r image; do
    "${engine}" rmi --force "${image}" </dev/null >/dev/null || :
  done
}
