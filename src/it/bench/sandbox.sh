#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with run, which sources this file
# sandbox.sh - what a sandbox costs: a container from inside the lab's Flatpak, and finding out that there is none.
#
# shellcheck source=src/it/lab/settings.sh
. "${top}/src/it/lab/settings.sh"

# A container by the engine from inside the Flatpak; the sandbox's own start does not count, so the time is taken inside.
container_from_sandbox() {
  # shellcheck disable=SC2016 # the shell inside expands it
  flatpak run --user --command=sh "${lab_flatpak_ide}" -c '
    start=$(date +%s%N)
    "$@" >/dev/null </dev/null || exit
    end=$(date +%s%N)
    printf "%d 0\n" "$(((end - start) / 1000))"' sh \
    sh scripts/invowk-engine run --engine "${engine}" --image "${image}" --workspace "${sandbox_workspace}" -- true \
    >>"${1}" || fail 70 'the container in the sandbox failed'
}

container_outside() {
  measure "${1}" sh scripts/invowk-engine run --engine "${engine}" --image "${image}" --workspace "${sandbox_workspace}" -- true
}

bench_sandbox() {
  engine=podman
  prepare_container
  flatpak info --user "${lab_flatpak_ide}" >/dev/null 2>&1 ||
    fail 69 "there is no application ${lab_flatpak_ide}; as root, src/it/lab/setup makes it"
  # both sides have it under this name
  sandbox_workspace=${top}/target/bench
  mkdir -p "${sandbox_workspace}"
  measure_in_turns container_from_sandbox container_outside
  print_result sandbox 1 1.10 1000 ms
}

# Finds out a thousand times what surrounds the process; with the reading of the file, as each call has it.
detect_a_thousand() {
  # shellcheck disable=SC2016 # the shell inside expands it
  measure "${1}" env INVOWK_SANDBOX= sh -c 'number=0
    while [ "${number}" -lt 1000 ]; do
      . scripts/sandbox.sh
      set_sandbox
      number=$((number + 1))
    done'
}

# Against one millisecond each.
bench_detection() {
  detect_a_thousand "${work}/warm-up"
  round=0
  while [ "${round}" -lt "${rounds}" ]; do
    round=$((round + 1))
    detect_a_thousand "${work}/ours"
  done
  printf '1000000 0\n' >"${work}/other"
  print_result detection 1 1.0 1000 us
}
