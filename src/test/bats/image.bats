# SPDX-License-Identifier: Apache-2.0
# The verb image, and provide.sh and messages.sh below it.
load helper

setup_context() {
  mkdir -p ctx
  printf 'FROM x\n' >ctx/Containerfile
}

@test "an image that is there is left alone" {
  have podman
  engine locate >/dev/null
  rm "${FAKE}/calls"
  run_engine image --image debian:1
  [ "${status}" -eq 0 ]
  same "${output}" 'image=debian:1
action=present'
  same "$(calls)" 'podman <image> <exists> <debian:1>'
}

@test "docker is asked in its own words" {
  have docker
  run_engine image --engine docker --image debian:1
  same "$(calls | tail -n 1)" 'docker <image> <inspect> <debian:1>'
}

@test "a missing image is pulled, quietly" {
  have podman
  behave podman image <<<'exit 1'
  behave podman pull <<<'printf "0123\n"; printf "Trying to pull\n" >&2'
  run_engine image --image debian:1
  [ "${status}" -eq 0 ]
  same "${output}" 'image=debian:1
action=pulled'
  same "${stderr}" ''
  same "$(calls | tail -n 1)" 'podman <pull> <debian:1>'
}

@test "a missing image is built from its containerfile" {
  have podman
  setup_context
  behave podman image <<<'exit 1'
  run_engine image --containerfile ctx/Containerfile --context ctx --tag t:1 --session s7
  [ "${status}" -eq 0 ]
  same "${output}" 'image=t:1
action=built'
  same "$(calls | tail -n 1)" "podman <build> <--file> <TMP/ctx/Containerfile> <--tag> <t:1> <--force-rm>\
 <--label> <io.invowk.session=s7> <--label> <OWNER> <--label> <io.invowk.image=t:1> <--iidfile> <TMP/runtime/invowk/image.UNIQUE/build>\
 <--secret> <id=io.invowk.build,src=TMP/runtime/invowk/image.UNIQUE/build> <TMP/ctx>"
}

@test "--force-rebuild builds one that is there, without the cache" {
  have docker
  setup_context
  run_engine image --engine docker --containerfile ctx/Containerfile --context ctx --tag t:1 --force-rebuild
  contains "${output}" action=built
  contains "$(calls | tail -n 1)" 'docker <build> <--file> <TMP/ctx/Containerfile> <--tag> <t:1> <--force-rm> <--no-cache> <--label>'
}

@test "the owner of an image: machine, user and process" {
  have podman
  setup_context
  behave podman image <<<'exit 1'
  engine image --containerfile ctx/Containerfile --context ctx --tag t:1 >/dev/null
  same "$(sed -n 's/=[^>]*>/>/gp' "${FAKE}/calls" | grep '<build>' | sed 's/.*<--force-rm> //; s/ <--iidfile>.*//')" "<--label> <io.invowk.host>\
 <--label> <io.invowk.machine> <--label> <io.invowk.uid> <--label> <io.invowk.pid> <--label> <io.invowk.started> <--label> <io.invowk.image>"
}

@test "--name is a second name, of an image that is there, too" {
  have podman
  setup_context
  behave podman image <<<'[ -e "${FAKE}/built" ] || exit 1'
  behave podman build <<<': >"${FAKE}/built"; end_build "$@"'
  run_engine image --containerfile ctx/Containerfile --context ctx --tag t:1 --name registry.example/a:1
  same "${output}" 'image=t:1
action=built'
  contains "$(calls | tail -n 2)" ' <--label> <io.invowk.image=t:1 registry.example/a:1> <--iidfile>'
  same "$(calls | tail -n 1)" 'podman <tag> <t:1> <registry.example/a:1>'
  rm "${FAKE}/calls"
  run_engine image --containerfile ctx/Containerfile --context ctx --tag t:1 --name registry.example/a:1
  same "${output}" 'image=t:1
action=present'
  same "$(calls)" 'podman <image> <exists> <t:1>
podman <tag> <t:1> <registry.example/a:1>'
}

@test "a second name that the engine does not take" {
  have podman
  setup_context
  behave podman tag <<<'printf "Error: invalid reference format\n" >&2; exit 125'
  run_engine image --containerfile ctx/Containerfile --context ctx --tag t:1 --name A:1
  same "${status} ${stderr}" '70 Error: invalid reference format
invowk-engine: no image t:1: Error: invalid reference format (engine-failed)'
}

@test "the report tells what went to stdout, or why it failed" {
  have podman
  run_engine image --image debian:1 --report "${BATS_TEST_TMPDIR}/report"
  same "${status} $(report image) $(report image_action) $(report engine) $(report mode)" '0 debian:1 present podman podman-rootless'
  behave podman image <<<'exit 1'
  behave podman pull <<<'printf "Error: manifest unknown\n" >&2; exit 125'
  run_engine image --image debian:1 --report "${BATS_TEST_TMPDIR}/report"
  same "${status} $(report cause) $(report error)" '69 image-not-found Error: manifest unknown'
  same "${stderr}${output}" ''
  run_engine image --image debian:1 --engine none --report "${BATS_TEST_TMPDIR}/report"
  same "${status} $(report cause) $(report rejected)" '69 engine-unavailable none: not on PATH'
  same "${stderr}" ''
  run_engine image --report "${BATS_TEST_TMPDIR}/report"
  same "${status} $(report cause)" '64 usage'
}

@test "many at a time: one pulls, the others wait and find it" {
  have podman
  behave podman image <<<'[ -e "${FAKE}/pulled" ] || exit 1'
  behave podman pull <<<'sleep 0.3; : >"${FAKE}/pulled"'
  for number in 1 2 3 4 5; do
    engine image --image debian:1 >"out.${number}" &
  done
  wait
  same "$(cat out.* | sort | uniq -c | tr -s ' ')" ' 4 action=present
 1 action=pulled
 5 image=debian:1'
  same "$(calls | grep -c '<pull>')" 1
}

@test "the lock is kept without flock, too" {
  have podman
  rm "${bin}/flock"
  behave podman image <<<'[ -e "${FAKE}/pulled" ] || exit 1'
  behave podman pull <<<'sleep 0.3; : >"${FAKE}/pulled"'
  for number in 1 2 3; do
    engine image --image debian:1 >"out.${number}" &
  done
  wait
  same "$(calls | grep -c '<pull>')" 1
  same "$(cat out.* | grep -c action=present)" 2
  same "$(find_links)" ''
}

find_links() {
  for file in "${XDG_RUNTIME_DIR}"/invowk/*; do
    [ ! -h "${file}" ] || printf '%s\n' "${file}"
  done
}

@test "without flock a lock that cannot be made is no lock to wait for" {
  have podman
  rm "${bin}/flock" "${bin}/ln"
  printf '#!/bin/sh\nexit 1\n' >"${bin}/ln"
  chmod +x "${bin}/ln"
  run_engine image --image i
  same "${status} ${stderr}" "70 invowk-engine: the private directory ${XDG_RUNTIME_DIR}/invowk cannot be written"
}

@test "without flock a dead holder's lock is taken over" {
  have podman
  rm "${bin}/flock"
  behave podman image <<<'exit 1'
  engine image --image debian:1
  sh -c 'exit 0' &
  dead=$!
  wait
  in_shell 'state supervise lock' 'open_state; set_checksum "$1 debian:1"; ln -s "$2" "${state}/lock.${checksum}.link"' \
    "${bin}/podman" "${dead}"
  run_engine image --image debian:1
  [ "${status}" -eq 0 ]
  same "$(find_links)" ''
}

@test "the reasons of a failed pull are told apart" {
  have podman
  behave podman image <<<'exit 1'
  while read -r expected cause message; do
    printf 'cat >&2 <<"END"\nTrying to pull...\n%s\nEND\nexit 125\n' "${message}" >"${FAKE}/podman-pull"
    run_engine image --image registry.example/a:1
    same "${status} ${stderr##*$'\n'}" "${expected} invowk-engine: no image registry.example/a:1: ${message} (${cause})"
  done <<'END'
69 image-not-found Error: initializing source docker://x: reading manifest 1 in x: manifest unknown
69 image-not-found Error: short-name "a:1" did not resolve to an alias and no unqualified-search registries are defined
69 image-access Error: reading manifest 1 in x: unauthorized: access to the requested resource is not authorized
69 image-access Error response from daemon: pull access denied for a, repository does not exist or may require 'docker login'
69 image-network Error: pinging container registry x: Get "https://x/v2/": dial tcp: lookup x: no such host
69 image-network Error: pinging container registry x: Get "https://x/v2/": dial tcp 127.0.0.1:443: connect: connection refused
70 engine-failed Error: something nobody has seen
END
}

@test "a pull is tried again for what comes and goes, three times at most" {
  have podman
  ln -sf /bin/true "${bin}/sleep"
  behave podman image <<<'exit 1'
  behave podman pull <<<'printf "Error: read tcp: TLS handshake timeout\n" >&2; exit 125'
  run_engine image --image debian:1
  [ "${status}" -eq 75 ]
  same "$(calls | grep -c '<pull>')" 3
  contains "${stderr}" 'try 1 of 3 failed, trying again: Error: read tcp: TLS handshake timeout'
  contains "${stderr}" 'try 2 of 3 failed'
  contains "${stderr}" '(image-network)'
}

@test "localhost names no registry: nothing is pulled" {
  have podman
  behave podman image <<<'exit 1'
  run_engine image --image localhost/a:1
  [ "${status}" -eq 69 ]
  same "${stderr}" 'invowk-engine: no image localhost/a:1: no image localhost/a:1 on this machine; localhost names no registry (image-not-found)'
  [[ $(calls) != *'<pull>'* ]]
}

@test "a failed build shows the engine's output" {
  have podman
  setup_context
  behave podman image <<<'exit 1'
  behave podman build <<<'printf "STEP 1\nwhy it failed\n"; printf "Error: building at STEP 2: exit status 7\n" >&2; exit 7'
  run_engine image --containerfile ctx/Containerfile --context ctx --tag t:1
  [ "${status}" -eq 69 ]
  same "${output}" ''
  same "${stderr}" 'STEP 1
why it failed
Error: building at STEP 2: exit status 7
invowk-engine: no image t:1: Error: building at STEP 2: exit status 7 (build-failed)'
  same "$(calls | grep -c '<build>')" 1
}

@test "no engine" {
  run_engine image --image debian:1
  [ "${status}" -eq 69 ]
  contains "${stderr}" 'podman: not on PATH'
}

@test "nothing but the kept answer and locks is left behind" {
  have podman
  behave podman image <<<'exit 1'
  engine image --image debian:1 >/dev/null
  same "$(kept | sed 's/\..*//')" 'engines
lock'
}
