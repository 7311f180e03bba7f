#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# checks.sh - what must be true after all runs: nothing is left, each image was built once; sourced by run.
#
# needs: engine, session, work, and verdicts on all runs; a check's verdict goes there, too

# The check with title $1: number $3 must be $2. $4 says what was counted.
check() {
  if [ "${2}" -eq "${3}" ]; then
    printf 'passed %s\n' "${1}" >>"${work}/verdicts"
  else
    printf 'failed %s %s, not %s: %s\n' "${1}" "${3}" "${2}" "${4}" >>"${work}/verdicts"
  fi
}

# Prints a line for each image of this stress run: its id and its name.
images() {
  "${engine}" images --no-trunc --filter "label=io.invowk.stress=${session}" --format '{{.ID}} {{.Repository}}:{{.Tag}}'
}

# Prints how many distinct containerfiles the runs had.
count_containerfiles() {
  for part in scripts java maven; do
    cat "${work}/runs/${part}"/*/cmd | sed -n "s/^image/${part}/p" | sort -u
  done | wc -l
}

check_images() {
  containerfiles=$(count_containerfiles)
  images >"${work}/images"
  names=$(cut -d ' ' -f 2 "${work}/images" | grep -v '<none>' | sort -u | wc -l)
  ids=$(cut -d ' ' -f 1 "${work}/images" | sort -u | wc -l)
  built=$(cat "${work}"/runs/*/*/report | grep -c '^image_action=built$') || :
  check images "${containerfiles}" "${names}" 'names of images'
  # an image that was built once more has another id, or has left one without a name
  check builds "${containerfiles}" "${ids}" 'images'
  check builds "${containerfiles}" "${built}" 'reports of an image that was built'
}

# Prints the containers that are left, ids first, or a complaint. Maven's session has a name of its own, which its image tells.
containers() {
  maven_image=$(sed -n '/invowk-build/s/^image=//p' "${work}"/runs/maven/*/report | sort -u)
  maven_session=$("${engine}" image inspect --format '{{index .Config.Labels "io.invowk.session"}}' "${maven_image}") ||
    printf 'the session of Maven is not known\n'
  for name in "${session}" "${maven_session}"; do
    "${engine}" ps --all --filter "label=io.invowk.session=${name}" --format '{{.ID}} {{.Names}} {{.Status}}' ||
      printf '%s does not answer\n' "${engine}"
  done
}

# Prints what is left of our work directories. Others use the state directory, too: ours are told by the name of the container,
# which all reports but Maven's have, and by the variable that each run has. The cache is this stress run's alone.
directories() {
  sed -n "s/^container_name=invowk-${session}-//p" "${work}"/runs/*/*/report | while read -r name; do
    [ ! -e "${state}/run.${name}" ] || printf '%s\n' "${state}/run.${name}"
  done
  for file in "${state}"/run.*/mount/env; do
    ! grep -qs "RUN='${session}\\." "${file}" || printf '%s\n' "${file%/mount/env}"
  done
  for file in "${XDG_CACHE_HOME}"/invowk-engine/* "${XDG_CACHE_HOME}"/invowk-engine/.[!.]*; do
    case ${file} in
      */scripts-* | */known.* | *'*') ;;
      *) printf '%s\n' "${file}" ;;
    esac
  done
}

check_leftovers() {
  for title in containers directories; do
    "${title}" | sort -u >"${work}/${title}"
    left=$(wc -l <"${work}/${title}")
    check "${title}" 0 "${left}" "lines in ${work}/${title}"
  done
}

# Removes what this stress run has made: the containers that were found, then all its images.
remove_all() {
  if [ -e "${work}/containers" ]; then
    while read -r container _; do
      "${engine}" rm --force "${container}" </dev/null >/dev/null || :
    done <"${work}/containers"
  fi
  images | cut -d ' ' -f 1 | sort -u >"${work}/images"
  while read -r image; do
    "${engine}" rmi --force "${image}" </dev/null >/dev/null || :
  done <"${work}/images"
}
