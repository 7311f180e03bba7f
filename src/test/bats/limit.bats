# SPDX-License-Identifier: Apache-2.0
# limit.sh: engines that hang at each thing they are asked for, and commands that run for too long.
load helper

# Makes call $2 of fake $1 say "first", "last words", and then hang; $3 comes before.
hangs() {
  [ -p "${FAKE}/never" ] || mkfifo "${FAKE}/never"
  behave "$1" "$2" <<END
${3-}
printf 'first\nlast words\n' >&2
read -r _ <"\${FAKE}/never"
END
}

run_it() {
  run_engine run --image debian:1 --workspace "${workspace}" --report "${BATS_TEST_TMPDIR}/report" --engine-timeout 1 "$@"
}

# The run ended because the engine hung while it did $1.
hung() {
  same "${status} $(report outcome) $(report cause)" '70 not-started engine-hung'
  same "$(report error)" "$1"
  same "$(kept | grep -v '^lock\.' || :)" "${2-}"
}

@test "an engine that hangs when it is asked what it is: no other is tried" {
  have podman docker
  hangs podman info
  run_it -- true
  hung 'podman hung: it told about itself for 1 s and was ended; it said last: last words'
  same "$(calls | cut -d' ' -f1-2)" 'podman <--version>
podman <info>'
}

@test "a docker service that does not answer" {
  have docker
  hangs docker version 'trap "" TERM'
  run_it -- true
  hung 'docker hung: it told about itself for 1 s and was ended; it said last: last words'
}

@test "the verbs locate and image tell of an engine that hangs" {
  have podman
  hangs podman info
  run_engine locate --engine-timeout 1
  same "${status} ${output} ${stderr}" \
    '70  invowk-engine: podman hung: it told about itself for 1 s and was ended; it said last: last words (engine-hung)'
  rm "${FAKE}/podman-info"
  hangs podman image
  run_engine image --image debian:1 --engine-timeout 1
  same "${status} ${output} ${stderr}" \
    '70  invowk-engine: podman hung: it looked for the image for 1 s and was ended; it said nothing (engine-hung)'
  same "$(kept | grep -v '^lock\.' || :)" engines
}

@test "an engine that hangs when it looks for the image" {
  have podman
  behave podman run <<<'exit 125'
  hangs podman image
  run_it -- true
  hung 'podman hung: it looked for the image for 1 s and was ended; it said nothing' engines
  same "$(calls | grep -c '<run>')" 1
}

@test "a pull that hangs is ended after a time without a word, and not tried again" {
  have podman
  behave podman run <<<'printf "Error: debian:1: image not known\n" >&2; exit 125'
  behave podman image <<<'exit 1'
  hangs podman pull
  run_it -- true
  hung 'podman hung: it pulled the image for 1 s without a word and was ended; it said last: last words' engines
  same "$(calls | grep -c '<pull>')" 1
}

@test "a build that hangs and does not react is killed" {
  have podman
  behave podman image <<<'exit 1'
  hangs podman build 'trap "" TERM'
  mkdir ctx
  touch ctx/Containerfile
  run_engine run --containerfile ctx/Containerfile --context ctx --tag t:1 --force-rebuild --engine-timeout 1 --report report -- true
  hung 'podman hung: it built the image for 1 s without a word and was ended; it said last: last words' engines
  same "$(calls | grep -c '<run>' || :)" 0
}

@test "a second name that is not given in time" {
  have podman
  behave podman image <<<'exit 1'
  hangs podman tag
  behave podman build <<'END'
while [ "$1" != --iidfile ]; do shift; done
printf 'sha256:1' >"$2"
END
  mkdir ctx
  touch ctx/Containerfile
  run_engine image --containerfile ctx/Containerfile --context ctx --tag t:1 --name n:1 --engine-timeout 1
  same "${status} ${stderr}" \
    '70 invowk-engine: podman hung: it named the image for 1 s and was ended; it said last: last words (engine-hung)'
}

@test "a pull that goes on is not ended, however long it takes" {
  have podman
  behave podman image <<<'[ -e "${FAKE}/pulled" ] || exit 1'
  behave podman pull <<'END'
for _ in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do printf 'Copying\n' >&2; sleep 0.2; done
: >"${FAKE}/pulled"
END
  run_engine image --image debian:1 --engine-timeout 3
  same "${status} ${stderr}" '0 '
  contains "${output}" action=pulled
}

@test "a start that hangs: the container is removed, and nothing is tried again" {
  have podman
  hangs podman run 'for argument; do case ${argument} in */cid) printf c0ffee >"${argument}" ;; esac; done'
  run_it -- true
  hung 'podman hung: it started the container for 1 s and was ended; it said last: last words' engines
  same "$(report container_id)" c0ffee
  same "$(calls | sed -n '3,$p' | cut -d' ' -f2)" '<run>
<rm>'
}

@test "a start that hangs and does not react, by a service" {
  have docker
  hangs docker run 'trap "" TERM'
  run_it -- true
  hung 'docker hung: it started the container for 1 s and was ended; it said last: last words' engines
  same "$(calls | tail -n 1)" 'docker <rm> <--force> <NAME>'
}

@test "a podman behind a socket that hangs when it makes the container" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  hangs docker create
  run_it -- true
  hung 'docker hung: it made the container for 1 s and was ended; it said last: last words' engines
}

@test "a start that hangs on a terminal" {
  have podman
  hangs podman run
  run_it --tty -- true
  hung 'podman hung: it started the container for 1 s and was ended; it said last: last words' engines
}

@test "a removal that hangs ends the run; the next one removes the container" {
  have podman
  behave podman run <<<'printf "Error: beginning transaction: database is locked\n" >&2; exit 125'
  hangs podman rm 'trap "" TERM'
  run_it -- true
  same "${status} $(report outcome) $(report cause)" '70 not-started engine-hung'
  same "$(report error)" 'podman hung: it did not remove the container in 1 s'
  contains "${stderr}" "invowk-engine: podman did not remove the container $(report container_name); the next run does"
  same "$(calls | grep -c '<run>')" 1
  same "$(kept | grep -v '^lock\.' | sed 's/\.[^.]*$//')" 'engines
owner.run
run'
  [ ! -e "${XDG_RUNTIME_DIR}"/invowk/run.*/mount/launch ]
  rm "${FAKE}/podman-rm" "${FAKE}/podman-run"
  run_it -- true
  same "${status} $(kept | grep -v '^lock\.' || :)" '0 engines'
  same "$(calls | grep -c '<rm>')" 2
}

@test "a signal ends the run although the removal hangs" {
  have podman
  behave podman run <<'END'
(launch_container "$@")
: >"${FAKE}/waiting"
trap '' TERM
read -r _ <"${FAKE}/never"
END
  hangs podman rm
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image i --report report --stop-grace 1 --engine-timeout 2 -- true \
    </dev/null >out 2>err 3>&- &
  job=$!
  until [ -e "${FAKE}/waiting" ]; do sleep 0.02; done
  kill -s TERM "${job}"
  status=0
  wait "${job}" || status=$?
  same "${status} $(report outcome)" '143 interrupted'
  contains "$(cat err)" 'did not remove the container'
}

@test "a removal that hangs does not keep another run from its work" {
  have podman
  run_it -- true
  behave podman run <<<'exit 125'
  hangs podman rm
  run_it -- true
  rm "${FAKE}/podman-run"
  run_it -- sh -c 'exit 3'
  same "${status} $(report outcome)" '3 exited'
}

@test "a command that runs for too long gets TERM, the status is 124" {
  have podman
  run_it --timeout 1 --engine-timeout 600 -- sh -c 'trap "printf told >told; exit 7" TERM; while :; do sleep 0.05; done'
  same "${status} $(report outcome) $(report exit_status) $(report cause)" '124 timed-out  '
  same "$(report error)" "the command's time of 1 s was over"
  same "$(cat "${workspace}/told")" told
  same "$(calls | tail -n 1)" 'podman <rm> <--force> <--time> <0> <--ignore> <NAME-pin> <NAME>'
  same "$(kept | grep -v '^lock\.' || :)" engines
}

@test "a command that runs for too long and ignores TERM is removed after the grace period" {
  have podman
  behave podman run <<'END'
(launch_container "$@")
trap '' TERM
while [ ! -e "${FAKE}/stop" ]; do sleep 0.05; done
exit 137
END
  behave podman rm <<<': >"${FAKE}/stop"'
  run_engine run --image i --timeout 1 --stop-grace 1 -- true
  same "${status} ${stderr}" "124 invowk-engine: the command's time of 1 s was over"
  same "$(calls | grep -c '<rm>')" 2
}

@test "the time of the command begins with it, not with its start" {
  have podman
  behave podman run <<<'sleep 3; launch_container "$@"'
  run_engine run --image i --timeout 2 --report report -- sh -c 'exit 5'
  same "${status} $(report outcome)" '5 exited'
}

@test "without a limit nothing is ended" {
  have podman
  behave podman run <<<'sleep 2; launch_container "$@"'
  run_it --engine-timeout 0 --timeout 0 -- sh -c 'sleep 1; exit 5'
  same "${status} $(report outcome)" '5 exited'
}

@test "a limit is a number of seconds" {
  have podman
  for option in --timeout --engine-timeout; do
    for value in -1 1.5 1s 007 1234567890; do
      run_it "${option}" "${value}" -- true
      same "${status} $(report error)" "64 ${option} is a number of seconds"
    done
  done
}

@test "one who waits for the pull of another is told so, once" {
  have podman
  behave podman image <<<'[ -e "${FAKE}/pulled" ] || exit 1'
  behave podman pull <<'END'
: >"${FAKE}/waiting"
until [ -e "${FAKE}/stop" ]; do printf 'Copying\n'; sleep 0.2; done
: >"${FAKE}/pulled"
END
  engine image --image debian:1 >first 2>&1 3>&- &
  until [ -e "${FAKE}/waiting" ]; do sleep 0.02; done
  engine image --image debian:1 --engine-timeout 2 >second 2>err 3>&- &
  until [ -s err ]; do sleep 0.1; done
  : >"${FAKE}/stop"
  wait
  same "$(cat err)" 'invowk-engine: waiting for another pull of debian:1'
  same "$(cat second)" 'image=debian:1
action=present'
}
