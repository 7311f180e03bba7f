# SPDX-License-Identifier: Apache-2.0
# The verb run inside a real Distrobox, a container of podman that shares the user's home directory, /tmp and session, and has the host's
# root directory as /run/host: the engine is on the host.
load ../real/helper

setup_file() {
  export distrobox=invowk-test-distrobox
  local context=${BATS_FILE_TMPDIR}/context runtime program library
  mkdir -p "${context}/lib" "${context}/unused"
  # where Debian has it
  runtime=$(flatpak info --user --show-location io.invowk.lab.Platform)/files
  program=${runtime}/libexec/flatpak-xdg-utils/flatpak-spawn
  cp "${program}" "${context}"
  ldd "${program}" | sed -n 's/.* => \(\/[^ ]*\) .*/\1/p' | grep -v -e '/libc\.' -e '/ld-linux' | while IFS= read -r library; do
    cp "${library}" "${context}/lib"
  done
  # Distrobox installs these from the network where they are missing; nothing here calls them
  for program in sudo pinentry wget curl less bc time lsof; do
    ln -s /bin/true "${context}/unused/${program}"
  done
  printf '%s\n' 'FROM debian:stable-slim' 'COPY unused /usr/bin/' \
    'COPY flatpak-spawn /usr/libexec/flatpak-xdg-utils/' 'COPY lib /usr/local/lib' 'RUN ldconfig' \
    >"${context}/Containerfile"
  # Debian's JDK, which the Distrobox takes from the host, has links that lead there
  [ ! -d /etc/java-17-openjdk ] || printf '%s\n' 'RUN ln -s /run/host/etc/java-17-openjdk /etc/' >>"${context}/Containerfile"
  podman build --quiet --tag "localhost/${distrobox}" "${context}"
  distrobox create --yes --no-entry --image "localhost/${distrobox}" --name "${distrobox}"
  distrobox enter --no-tty "${distrobox}" -- true
}

teardown_file() {
  podman rm --force --time 0 "${distrobox}"
  podman rmi "localhost/${distrobox}"
}

# Runs a program in the Distrobox; stdout and stderr are kept apart. The words go through a file: Distrobox puts them through a shell.
in_distrobox() {
  printf '%q ' "$@" >"${BATS_TEST_TMPDIR}/words"
  status=0
  distrobox enter --no-tty "${distrobox}" -- bash "${BATS_TEST_TMPDIR}/words" </dev/null >"${BATS_TEST_TMPDIR}/out" \
    2>"${BATS_TEST_TMPDIR}/err" || status=$?
  output=$(cat "${BATS_TEST_TMPDIR}/out")
  stderr=$(cat "${BATS_TEST_TMPDIR}/err")
}

# The engine's verb run in the Distrobox, with the test's image.
run_inside() {
  in_distrobox sh "${SCRIPTS}/invowk-engine" run --engine podman --image "${image}" --session "${session}" \
    --report "${BATS_TEST_TMPDIR}/report" "$@"
}

@test "a project in the home directory: streams, exit status, files" {
  printf 'mine\n' >"${workspace}/f"
  run_inside --workspace "${workspace}" -- sh -c 'cat f; printf err >&2; touch made; exit 7'
  same "${status} ${output} ${stderr} $(report outcome)" '7 mine err exited'
  [[ $(report sandbox) = distrobox* ]]
  same "$(stat -c %u "${workspace}/made")" "$(id -u)"
  same "$(containers)" ''
}

@test "a project that the Distrobox has under another name is found, one that it alone has is an error" {
  project=$(mktemp -d /var/tmp/invowk-test.XXXXXXXXXX)
  printf 'mine\n' >"${project}/f"
  run_inside --workspace "/run/host${project}" -- sh -c 'cat f; touch made'
  made=no
  [ ! -e "${project}/made" ] || made=yes
  rm -r "${project}"
  same "${status} ${output} ${stderr} ${made}" '0 mine  yes'
  podman exec --user root "${distrobox}" mkdir -m 777 /var/lib/invowk-test
  run_inside --workspace /var/lib/invowk-test -- touch made
  same "${status} $(report outcome) $(report cause)" '64 not-started path-not-shared'
  same "$(report error)" "the host does not have the directory /var/lib/invowk-test of this Distrobox (${distrobox})"
  # the directory of system users is in both
  run_inside --workspace /var/lib/dpkg -- touch made
  same "${status} $(report cause)" '64 path-not-shared'
}

@test "without flatpak-spawn: what is missing is told; host-spawn does not do" {
  podman exec --user root "${distrobox}" sh -c 'mv /usr/libexec/flatpak-xdg-utils/flatpak-spawn /usr/libexec/flatpak-xdg-utils/kept; ln -s /bin/true /usr/bin/host-spawn'
  run_inside --workspace "${workspace}" -- touch made
  told=$(report rejected)
  cure=$(report cure)
  podman exec --user root "${distrobox}" sh -c 'mv /usr/libexec/flatpak-xdg-utils/kept /usr/libexec/flatpak-xdg-utils/flatpak-spawn; rm /usr/bin/host-spawn'
  same "${status} $(report cause)" '69 engine-unavailable'
  same "${told}" "the host: this Distrobox (${distrobox}) has no program flatpak-spawn; host-spawn, which it has, hands on only stdin, stdout and stderr
podman: not on PATH"
  same "${cure}" 'install flatpak-xdg-utils 1.0.5 or newer in the sandbox'
  [ ! -e "${workspace}/made" ]
}

@test "Maven in the Distrobox runs a command in a container" {
  local top version maven java
  top=$(cd "${SCRIPTS}/.." && pwd)
  version=$(sed -n 's|.*<version>\(.*-SNAPSHOT\)</version>.*|\1|p' "${top}/pom.xml" | head -n 1)
  [ -e "${HOME}/.m2/repository/io/invowk/maven/invowk-maven-plugin/${version}" ] || {
    printf 'the plugin is not installed: src/it/steps/build does it\n'
    return 1
  }
  maven=$("${top}/mvnw" -f "${top}/pom.xml" --version | sed -n 's/^Maven home: //p')
  java=$(readlink -f "${JAVA_HOME:-$(dirname "$(readlink -f "$(type -P java)")")/..}")
  printf 'cmds: [{name: "hello", implementations: [{script: "echo hello from $(id -u) in $PWD; touch made; exit 3"\nruntimes: [{name: "container", image: "%s"}]}]}]\n' \
    "${image}" >"${workspace}/invkfile.cue"
  in_distrobox env --chdir "${workspace}" "JAVA_HOME=/run/host${java}" "${maven}/bin/mvn" --offline --quiet \
    "io.invowk.maven:invowk-maven-plugin:${version}:run" -Dinvowk.engines=podman -Dinvowk.cmd=hello
  same "${status}" 1
  contains "${output}" "hello from $(id -u) in /workspace"
  contains "${output}${stderr}" 'command "hello" exited with status 3'
  same "$(stat -c %u "${workspace}/made")" "$(id -u)"
}

are_gone() {
  [ -z "$(containers)" ]
}

@test "the engine's side in the Distrobox is killed: the command does not go on, and nothing is left" {
  # shellcheck disable=SC2016 # for the shell in the Distrobox
  printf 'printf "%%s" "$$" >%q; exec sh %q run --engine podman --image %q --session %q --workspace %q -- \
    sh -c "touch ready; until [ -e go ]; do sleep 0.1; done; touch late"\n' "${BATS_TEST_TMPDIR}/pid" "${SCRIPTS}/invowk-engine" \
    "${image}" "${session}" "${workspace}" >script
  distrobox enter --no-tty "${distrobox}" -- sh "${BATS_TEST_TMPDIR}/script" </dev/null >out 2>err 3>&- &
  job=$!
  await_ready
  # a Distrobox numbers its processes as the host does
  kill -s KILL "$(cat pid)"
  await_job
  await_that are_gone
  # what still waited would write now
  touch "${workspace}/go"
  sleep 1
  [ ! -e "${workspace}/late" ]
}

@test "the doctor tells of the Distrobox and of the engine on the host" {
  in_distrobox sh "${SCRIPTS}/invowk-engine" doctor --engine podman --workspace "${workspace}"
  same "${status} ${stderr}" '0 '
  contains "${output}" "sandbox	application	${distrobox}"
  contains "${output}" 'sandbox	facts	/usr/bin/distrobox-host-exec and /usr/bin/entrypoint'
  contains "${output}" 'project	proof_sandbox	the same inode'
  contains "${output}" "$(podman version --format '{{.Client.Version}}')"
}
