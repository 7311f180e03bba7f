# SPDX-License-Identifier: Apache-2.0
# The verb run inside a real Toolbox, a container of podman that shares the user's home directory and session: the engine is on the host.
load ../real/helper

setup_file() {
  export toolbox=invowk-test-toolbox
  local context=${BATS_FILE_TMPDIR}/context runtime program library
  mkdir -p "${context}/lib" "${context}/bin"
  # what images for Toolbox have, and the base image has not
  runtime=$(flatpak info --user --show-location io.invowk.lab.Platform)/files
  for program in "${runtime}/libexec/flatpak-xdg-utils/flatpak-spawn" "$(type -P capsh)"; do
    cp "${program}" "${context}/bin"
    ldd "${program}" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | grep -v -e '/libc\.' -e '/ld-linux' | while IFS= read -r library; do
      cp "${library}" "${context}/lib"
    done
  done
  printf '%s\n' 'FROM debian:stable-slim' 'LABEL com.github.containers.toolbox="true"' 'COPY bin /usr/bin' 'COPY lib /usr/local/lib' \
    'RUN ldconfig' >"${context}/Containerfile"
  podman build --quiet --tag "localhost/${toolbox}" "${context}"
  toolbox create --assumeyes --image "localhost/${toolbox}" "${toolbox}"
  toolbox run --container "${toolbox}" true
}

teardown_file() {
  toolbox rm --force "${toolbox}"
  podman rmi "localhost/${toolbox}"
}

# Runs a program in the Toolbox; stdout and stderr are kept apart.
in_toolbox() {
  status=0
  toolbox run --container "${toolbox}" "$@" </dev/null >"${BATS_TEST_TMPDIR}/out" 2>"${BATS_TEST_TMPDIR}/err" || status=$?
  output=$(cat "${BATS_TEST_TMPDIR}/out")
  stderr=$(cat "${BATS_TEST_TMPDIR}/err")
}

# The engine's verb run in the Toolbox, with the test's image.
run_inside() {
  in_toolbox sh "${SCRIPTS}/invowk-engine" run --engine podman --image "${image}" --session "${session}" \
    --report "${BATS_TEST_TMPDIR}/report" "$@"
}

@test "a project in the home directory: streams, exit status, files" {
  printf 'mine\n' >"${workspace}/f"
  run_inside --workspace "${workspace}" -- sh -c 'cat f; printf err >&2; touch made; exit 7'
  same "${status} ${output} ${stderr} $(report outcome)" '7 mine err exited'
  [[ $(report sandbox) = toolbox* ]]
  same "$(stat -c %u "${workspace}/made")" "$(id -u)"
  same "$(containers)" ''
}

@test "a project that only the Toolbox has is an error, and one of that name on the host is not taken" {
  podman exec --user root "${toolbox}" mkdir -m 777 /var/lib/invowk-test
  run_inside --workspace /var/lib/invowk-test -- touch made
  same "${status} $(report outcome) $(report cause)" '64 not-started path-not-shared'
  contains "$(report error)" 'the host does not have the directory /var/lib/invowk-test of this Toolbox'
  # the directory of system users is in both
  run_inside --workspace /var/lib/dpkg -- touch made
  same "${status} $(report cause)" '64 path-not-shared'
}

@test "twenty at a time" {
  local number
  for ((number = 1; number <= 20; number++)); do
    {
      status=0
      toolbox run --container "${toolbox}" sh "${SCRIPTS}/invowk-engine" run --engine podman --image "${image}" --session "${session}" -- \
        sh -c "printf 'out %s' ${number}; exit ${number}" </dev/null >"out.${number}" 2>"err.${number}" || status=$?
      printf '%s' "${status}" >"status.${number}"
    } &
  done
  wait
  for ((number = 1; number <= 20; number++)); do
    same "$(cat "out.${number}") $(complaints "err.${number}") $(cat "status.${number}")" "out ${number}  ${number}"
  done
  same "$(containers)" ''
}

are_gone() {
  [ -z "$(containers)" ]
}

@test "the engine's side in the Toolbox is killed: the command does not go on, and nothing is left" {
  # shellcheck disable=SC2016 # for the shell in the Toolbox
  toolbox run --container "${toolbox}" sh -c 'printf "%s" "$$" >"$1" && shift && exec "$@"' sh "${BATS_TEST_TMPDIR}/pid" \
    sh "${SCRIPTS}/invowk-engine" run --engine podman --image "${image}" --session "${session}" --workspace "${workspace}" -- \
    sh -c 'touch ready; until [ -e go ]; do sleep 0.1; done; touch late' </dev/null >out 2>err 3>&- &
  job=$!
  await_ready
  # a Toolbox numbers its processes as the host does
  kill -s KILL "$(cat pid)"
  await_job
  await_that are_gone
  # what still waited would write now
  touch "${workspace}/go"
  sleep 1
  [ ! -e "${workspace}/late" ]
}

@test "the doctor tells of the Toolbox and of the engine on the host" {
  in_toolbox sh "${SCRIPTS}/invowk-engine" doctor --engine podman --workspace "${workspace}"
  same "${status} ${stderr}" '0 '
  contains "${output}" toolbox
  contains "${output}" "$(podman version --format '{{.Client.Version}}')"
}
