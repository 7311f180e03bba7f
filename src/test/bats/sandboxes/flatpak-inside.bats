# SPDX-License-Identifier: Apache-2.0
# The verb run inside a real Flatpak: each kind of path, many at a time, files that the host cannot reach, a terminal, Maven. Runs in the
# sandbox (src/it/steps/sandboxes).
load ../real/helper

# The engine's call, without a workspace.
call() {
  run_engine run --engine podman --image "${image}" --session "${session}" --report "${BATS_TEST_TMPDIR}/report" "$@"
}

@test "the report tells of the sandbox" {
  call -- true
  same "${status} ${stderr}" '0 '
  contains "$(report sandbox)" flatpak
}

@test "the doctor: the sandbox, the way out, and the project's place on the host" {
  project=$(mktemp -d /tmp/invowk-test.XXXXXXXXXX)
  run_engine doctor --engine podman --workspace "${project}"
  rmdir "${project}"
  same "${status}" 0
  for fact in 'sandbox	kinds	flatpak' 'sandbox	facts	/.flatpak-info' "project	path	${project}" 'project	proof_sandbox	the same inode' \
    'project	proof_engine	the same inode of the same device, as podman sees it' 'sandbox	hop_ms	' 'containers	run	yes'; do
    contains "${output}" "${fact}"
  done
  # the host has it under another name
  ! grep "^project	host_path	/tmp/" <<<"${output}"
  run_engine doctor --engine podman --workspace /opt
  same "${status}" 64
  contains "${output}" 'finding	error	the host does not have the directory /opt of this Flatpak'
}

@test "a workspace in each place that the host has under whatever name" {
  for place in "${HOME}" /tmp /var/tmp "${XDG_CACHE_HOME}" "${XDG_CONFIG_HOME}" "${XDG_DATA_HOME}" "${XDG_RUNTIME_DIR}" /var/cache; do
    project=$(mktemp -d "${place}/invowk test.XXXXXXXXXX")
    printf '%s\n' "${place}" >"${project}/f"
    call --workspace "${project}" -- sh -c 'cat f; touch made'
    made=no
    [ ! -e "${project}/made" ] || made=yes
    rm -r "${project}"
    same "${status} ${output} ${made} ${stderr}" "0 ${place} yes "
  done
}

@test "a relative workspace, and one behind a symbolic link of the sandbox" {
  project=$(mktemp -d /tmp/invowk-test.XXXXXXXXXX)
  printf 'mine\n' >"${project}/f"
  ln -s "${project}" link
  call --workspace link -- cat f
  same "${status} ${output}" '0 mine'
  cd "${project}"
  call --workspace . --volume "${BATS_TEST_TMPDIR}/link:/data:ro" -- sh -c 'cat f /data/f; pwd'
  cd /
  rm -r "${project}"
  same "${status} ${output}" '0 mine
mine
/workspace'
}

@test "names with blanks, quotes, tabs, percent signs, backslashes and other letters in a directory that is translated" {
  for name in 'a b' "it's \"q\"" $'t\tb' '50%25' 'a\040b' 'grüße'; do
    project=/tmp/invowk-test.$$/${name}
    mkdir -p "${project}"
    printf '%s' "${name}" >"${project}/f"
    call --workspace "${project}" -- cat f
    rm -r "/tmp/invowk-test.$$"
    same "${status} ${output}" "0 ${name}"
  done
}

@test "a directory that only the sandbox has is an error, and one of that name on the host is not taken" {
  mkdir -p /opt/project
  call --workspace /opt/project -- touch made
  same "${status} $(report outcome) $(report cause)" '64 not-started path-not-shared'
  same "$(report error)" "the host does not have the directory /opt/project of this Flatpak (${FLATPAK_ID})"
  same "$(report cure)" "let both have it with \"flatpak override --user --filesystem=/opt/project ${FLATPAK_ID}\" on the host, and start the application anew"
  # the runtime's, where the host has its own
  call --volume /usr/share:/data:ro -- test -e /data/perl5
  [ "$(report outcome)" = exited ]
  call --volume /no/such/directory:/data -- true
  same "${status} $(report error)" "70 the volume's host directory does not exist: /no/such/directory"
}

@test "environment, script and report in a directory that the host does not have" {
  mkdir -p /opt/private
  printf "export A='it'\\\\''s'\n" >/opt/private/env
  printf 'printf "%%s %%s\\n" "${A}" "$1"\n' >/opt/private/script
  run_engine run --engine podman --image "${image}" --env-file /opt/private/env --script /opt/private/script --report /opt/private/report -- \
    sh /run/invowk/script/script b
  same "${status} ${output} ${stderr}" "0 it's b "
  same "$(sed -n 's/^outcome=//p' /opt/private/report)" exited
}

@test "the scripts themselves in a directory that the host does not have" {
  mkdir -p /opt/scripts
  cp "${SCRIPTS}"/* /opt/scripts
  SCRIPTS=/opt/scripts
  call --workspace "${workspace}" -- sh -c 'exit 9'
  same "${status} $(report outcome)" '9 exited'
}

@test "an image is built from a context in the sandbox's /tmp" {
  project=$(mktemp -d /tmp/invowk-test.XXXXXXXXXX)
  printf 'FROM %s\nCOPY f /f\n' "${image}" >"${project}/Containerfile"
  printf 'copied %s\n' "${session}" >"${project}/f"
  run_engine run --engine podman --containerfile "${project}/Containerfile" --context "${project}" --tag "invowk-test-sandbox:${session}" \
    --session "${session}" -- cat /f
  rm -r "${project}"
  podman rmi "invowk-test-sandbox:${session}" >/dev/null
  same "${status} ${output}" "0 copied ${session}"
}

@test "a directory that the document portal shows" {
  mkdir "${HOME}/invowk-test.$$"
  printf 'shown\n' >"${HOME}/invowk-test.$$/f"
  document=$(flatpak-spawn --host flatpak document-export --app="${FLATPAK_ID}" --allow-read --allow-write "${HOME}/invowk-test.$$")
  call --workspace "${document}" -- sh -c 'cat f; touch made'
  flatpak-spawn --host flatpak document-unexport "${HOME}/invowk-test.$$"
  made=no
  [ ! -e "${HOME}/invowk-test.$$/made" ] || made=yes
  rm -r "${HOME}/invowk-test.$$"
  same "${status} ${output} ${made}" '0 shown yes'
}

@test "fifty at a time: the bus refuses some, each runs once" {
  : >"${workspace}/count"
  for ((number = 1; number <= 50; number++)); do
    {
      status=0
      engine locate --engine podman >"out.${number}" 2>"err.${number}" || status=$?
      printf '%s' "${status}" >"status.${number}"
    } &
  done
  wait
  for ((number = 1; number <= 50; number++)); do
    same "$(cat "status.${number}") $(cat "err.${number}") $(head -n 1 "out.${number}")" '0  engine=podman'
  done
}

@test "a terminal" {
  script --quiet --return --command "sh ${SCRIPTS}/invowk-engine run --engine podman --image ${image} --tty -- sh -c 'test -t 0 && test -t 1 && exit 6'" \
    /dev/null </dev/null >typescript || status=$?
  same "${status}" 6
}

@test "Maven in the sandbox runs a command in a container" {
  top=$(cd "${SCRIPTS}/.." && pwd)
  version=$(sed -n 's|.*<version>\(.*-SNAPSHOT\)</version>.*|\1|p' "${top}/pom.xml" | head -n 1)
  [ -e "${HOME}/.m2/repository/io/invowk/maven/invowk-maven-plugin/${version}" ] || {
    printf 'the plugin is not installed: src/it/steps/build does it\n'
    return 1
  }
  printf 'cmds: [{name: "hello", implementations: [{script: "echo hello from $(id -u) in $PWD; touch made"\nruntimes: [{name: "container", image: "%s"}]}]}]\n' \
    "${image}" >"${workspace}/invkfile.cue"
  cd "${workspace}"
  "${top}/mvnw" -f "${top}/pom.xml" --version >/dev/null
  maven=$("${top}/mvnw" -f "${top}/pom.xml" --version | sed -n 's/^Maven home: //p')
  status=0
  "${maven}/bin/mvn" --offline --quiet "io.invowk.maven:invowk-maven-plugin:${version}:run" -Dinvowk.cmd=hello \
    >"${BATS_TEST_TMPDIR}/out" 2>&1 || status=$?
  same "${status} $(cat "${BATS_TEST_TMPDIR}/out")" "0 hello from $(id -u) in /workspace"
  [ -e made ]
}
