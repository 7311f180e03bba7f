# SPDX-License-Identifier: Apache-2.0
# helper.bash - what the tests against a real container engine share; sourced by `load helper`.
#
# INVOWK_TEST_ENGINE (podman or docker) says which one; without it the tests are skipped, with it the engine must be there.
# They run as an ordinary user and need the image debian:stable-slim.
# shellcheck shell=bash

SCRIPTS=$(cd "${BATS_TEST_DIRNAME}/../../../../scripts" && pwd)
image=debian:stable-slim

setup() {
  test_engine=${INVOWK_TEST_ENGINE:-}
  [ -n "${test_engine}" ] || skip 'INVOWK_TEST_ENGINE is not set'
  "${test_engine}" image inspect "${image}" >/dev/null || {
    printf '%s has no image %s, or does not answer\n' "${test_engine}" "${image}"
    return 1
  }
  workspace=${BATS_TEST_TMPDIR}/project
  mkdir -p "${workspace}"
  cd "${BATS_TEST_TMPDIR}" || return
  session=t$$x${BATS_TEST_NUMBER}
}

# Runs a command in the test's image and workspace: run_it [OPTION]... -- COMMAND...
run_it() {
  run_engine run --engine "${test_engine}" --image "${image}" --workspace "${workspace}" --session "${session}" \
    --report "${BATS_TEST_TMPDIR}/report" "$@"
}

# Starts "run" with the options and the command given as a job: a process group of its own, where INT is not ignored. Sets job,
# the engine's own process.
start_job() {
  set -m
  # the shell may be two words: busybox ash
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --engine "${test_engine}" --session "${session}" \
    --report "${BATS_TEST_TMPDIR}/report" "$@" </dev/null >"${BATS_TEST_TMPDIR}/out" 2>"${BATS_TEST_TMPDIR}/err" &
  job=$!
  set +m
}

# Starts a command in the test's image and workspace as a job.
start_command() {
  start_job --image "${image}" --workspace "${workspace}" "$@"
}

await_job() {
  status=0
  wait "${job}" || status=$?
}

# Waits until the command given succeeds; fails after a minute.
await_that() {
  local waited=0
  until "$@"; do
    waited=$((waited + 1))
    [ "${waited}" -lt 600 ] || return 1
    sleep 0.1
  done
}

# Waits until the command in the container has made the file "ready" in the workspace.
await_ready() {
  await_that [ -e "${workspace}/ready" ]
}

# Runs the engine in the tested shell, its streams kept apart: $status, $output (stdout), $stderr.
run_engine() {
  status=0
  engine "$@" >"${BATS_TEST_TMPDIR}/out" 2>"${BATS_TEST_TMPDIR}/err" || status=$?
  output=$(cat "${BATS_TEST_TMPDIR}/out")
  stderr=$(cat "${BATS_TEST_TMPDIR}/err")
}

engine() {
  # the shell may be two words: busybox ash
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" "$@"
}

# Names of the containers of this test, in whatever state; podman shows those that exist in its storage alone, of builds too,
# whatever filter is given.
containers() {
  case ${test_engine} in
    podman) podman ps --all --external --format '{{.Names}} {{.Status}}' ;;
    *) docker ps --all --format '{{.Names}} {{.Status}}' ;;
  esac | grep "^invowk-${session}-" || :
}

# What file $1, the stderr of a run, has beside the notes of a run that waited for another one for long.
complaints() {
  sed -e '/^invowk-engine: waiting for another /d' -e '/^invowk-engine: podman copies /d' "$1"
}

report() {
  sed -n "s/^$1=//p" "${BATS_TEST_TMPDIR}/report"
}

same() {
  [ "$1" = "$2" ] || {
    printf -- '--- is\n%s\n--- should be\n%s\n' "$1" "$2"
    return 1
  }
}

contains() {
  [[ $1 == *"$2"* ]] || {
    printf -- '--- is\n%s\n--- should contain\n%s\n' "$1" "$2"
    return 1
  }
}
