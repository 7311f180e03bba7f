# SPDX-License-Identifier: Apache-2.0
# The verb run in a container that is given docker's socket, as builds are on many a CI: the daemon is on the machine around it.
load helper

# Runs the engine in a container of docker; the options of "docker run" up to "--", then the verb's. The project is /builds/project. The
# verb is run, or what the list "verb" begins with.
verb=()
in_container() {
  local socket=${DOCKER_HOST:-unix:///var/run/docker.sock}
  socket=${socket#unix://}
  local options=()
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  [ "${#verb[@]}" -gt 0 ] || verb=(run --engine docker --image "${image}" --session "${session}" --report /builds/report)
  status=0
  # shellcheck disable=SC2086 # the shell may be two words
  docker run --rm --name "invowk-${session}-outer" --user "$(id -u):$(id -g)" --group-add "$(stat -c %g "${socket}")" \
    --volume "${socket}:/var/run/docker.sock" --volume "$(type -P docker):/usr/bin/docker:ro" --volume "$(type -P busybox):/usr/bin/busybox:ro" \
    --volume "${SCRIPTS}:/engine:ro" --volume "${BATS_TEST_TMPDIR}:/builds" "${options[@]}" "${image}" \
    ${ENGINE_SHELL:-sh} /engine/invowk-engine "${verb[@]}" "$@" \
    </dev/null >"${BATS_TEST_TMPDIR}/out" 2>"${BATS_TEST_TMPDIR}/err" || status=$?
  output=$(cat "${BATS_TEST_TMPDIR}/out")
  stderr=$(cat "${BATS_TEST_TMPDIR}/err")
}

prepare() {
  [ "${test_engine##*/}" = docker ] || skip 'it is about docker'
  mkdir -m 700 "${BATS_TEST_TMPDIR}/tmp"
  printf 'mine\n' >"${workspace}/f"
}

@test "the project and the private directory are the machine's, under other names" {
  prepare
  in_container --env TMPDIR=/builds/tmp -- --workspace /builds/project -- sh -c 'cat f; touch made; exit 7'
  same "${status} ${output} ${stderr} $(report outcome)" '7 mine  exited'
  contains "$(report sandbox)" container-socket
  [ -e "${workspace}/made" ]
  same "$(containers)" ''
}

@test "a volume below a mount, a workspace with a colon, a script and an environment" {
  prepare
  mkdir "${BATS_TEST_TMPDIR}/a:b" "${BATS_TEST_TMPDIR}/more"
  printf 'colon\n' >"${BATS_TEST_TMPDIR}/a:b/f"
  printf 'more\n' >"${BATS_TEST_TMPDIR}/more/g"
  printf 'cat f /data/g; printf "%%s\\n" "${A}"\n' >"${BATS_TEST_TMPDIR}/script"
  printf "export A='it'\\\\''s'\n" >"${BATS_TEST_TMPDIR}/env"
  in_container --env TMPDIR=/builds/tmp -- --workspace /builds/a:b --volume /builds/more:/data:ro --script /builds/script --env-file /builds/env -- \
    sh /run/invowk/script/script
  same "${status} ${output} ${stderr}" "0 colon
more
it's "
}

@test "a project that only the container has is an error, and one of that name on the machine is not taken" {
  prepare
  in_container --env TMPDIR=/builds/tmp --tmpfs /builds/project -- --workspace /builds/project -- touch made
  same "${status} $(report outcome) $(report cause)" '64 not-started path-not-shared'
  same "$(report error)" 'the machine of docker does not have the directory /builds/project of this container'
  same "$(report cure)" 'start the container with a volume for it, or tell where it is there with INVOWK_HOST_PATHS=DIRECTORY=DIRECTORY-THERE'
  in_container --env TMPDIR=/builds/tmp -- --workspace /usr/share -- true
  same "${status} $(report error)" '64 the machine of docker does not have the directory /usr/share of this container'
  [ ! -e "${workspace}/made" ]
}

@test "a private directory that is not shared: the error names one that would be" {
  prepare
  in_container -- --workspace /builds/project -- touch made
  same "${status} $(report cause)" '64 path-not-shared'
  same "$(report error)" "the machine of docker does not have the private directory /tmp/invowk-$(id -u) of this container"
  contains "$(report cure)" 'such as /builds'
  [ ! -e "${workspace}/made" ]
}

@test "what the engine mounts is another directory than the one of this container: nothing runs" {
  prepare
  mkdir "${BATS_TEST_TMPDIR}/swapped"
  # shellcheck disable=SC2016 # for the shell in the container
  in_container --env TMPDIR=/builds/tmp --volume "${BATS_TEST_TMPDIR}/swapped:/swapped" --entrypoint sh "${image}" -c \
    'touch /builds/up; until [ -e /builds/go ]; do sleep 0.1; done; exec "$@"' -- --workspace /swapped -- touch made &
  await_that [ -e up ]
  mv swapped moved
  mkdir swapped
  touch go
  wait
  same "$(report outcome) $(report cause)" 'not-started start-failed'
  same "$(report error)" 'the container engine has mounted something else on /workspace than what was meant'
  contains "$(report cure)" INVOWK_HOST_PATHS
  same "$(ls swapped moved)" 'moved:

swapped:'
}

@test "INVOWK_HOST_PATHS overrides what the engine tells" {
  prepare
  mkdir "${BATS_TEST_TMPDIR}/other"
  printf 'other\n' >"${BATS_TEST_TMPDIR}/other/f"
  in_container --env TMPDIR=/builds/tmp --env "INVOWK_HOST_PATHS=/builds=${BATS_TEST_TMPDIR},/builds/project=${BATS_TEST_TMPDIR}/other" -- \
    --workspace /builds/project -- cat f
  same "${status} ${output} ${stderr}" '0 other '
}

@test "the doctor finds the project on the machine, as a run does; and what a run would not find" {
  prepare
  verb=(doctor --engine docker)
  in_container --env TMPDIR=/builds/tmp -- --workspace /builds/project
  same "${status} ${stderr}" '0 '
  contains "${output}" "project	engine_path	${workspace}"
  contains "${output}" 'project	proof_engine	the same inode, as a container sees it'
  in_container -- --workspace /usr/share
  same "${status} ${stderr}" '64 '
  contains "${output}" 'finding	error	the machine of docker does not have the directory /usr/share of this container	start the container with a volume for it'
  contains "${output}" "finding	error	the machine of docker does not have the private directory /tmp/invowk-$(id -u) of this container"
  contains "${output}" 'such as /builds'
}
