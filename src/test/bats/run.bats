# SPDX-License-Identifier: Apache-2.0
# The verb run, and container.sh and report.sh below it.
load helper

run_it() {
  run_engine run --engine podman --image debian:1 --workspace "${workspace}" --report "${BATS_TEST_TMPDIR}/report" "$@"
}

@test "rootless podman: one engine call, with the caller's ids kept" {
  have podman
  engine locate --engine podman >/dev/null
  rm "${FAKE}/calls"
  run_it -- sh -c 'exit 42'
  [ "${status}" -eq 42 ]
  ids=$(id -u):$(id -g)
  same "$(calls)" "podman <run> <--rm> <--init> <--pull=never> <--interactive> <--name> <NAME>\
 <--cidfile> <TMP/runtime/invowk/run.UNIQUE/cid> <--conmon-pidfile> <TMP/runtime/invowk/run.UNIQUE/monitor>\
 <--label> <OWNER>\
 <--userns=keep-id> <--user> <${ids}>\
 <--volume> <TMP/project:/workspace> <--volume> <TMP/runtime/invowk/run.UNIQUE/mount:/run/invowk>\
 <--entrypoint> </bin/sh> <debian:1> </run/invowk/launch> <NAME.1> </workspace> <sh> <-c> <exit 42>"
}

@test "rootful docker: the caller's ids" {
  have docker
  run_engine run --engine docker --image debian:1 -- true
  same "$(calls | tail -n 1)" "docker <run> <--rm> <--init> <--pull=never> <--interactive> <--name> <NAME>\
 <--cidfile> <TMP/runtime/invowk/run.UNIQUE/cid>\
 <--label> <OWNER> <--user> <$(id -u):$(id -g)>\
 <--volume> <TMP/runtime/invowk/run.UNIQUE/mount:/run/invowk>\
 <--entrypoint> </bin/sh> <debian:1> </run/invowk/launch> <NAME.1> <> <true>"
}

@test "every option has its place, in the order given" {
  have podman
  printf 'true\n' >'my script.sh'
  printf "export A='b'\n" >env
  run_it --volume "${workspace}:/v w:ro" --workdir /workspace/sub --port 8080:80 --volume cache:/cache --script 'my script.sh' \
    --env-file env --session s7 --port 127.0.0.1:1:2/udp --user image -- true
  [ "${status}" -eq 0 ]
  same "$(calls | tail -n 1)" "podman <run> <--rm> <--init> <--pull=never> <--interactive> <--name> <NAME-OF-s7>\
 <--cidfile> <TMP/runtime/invowk/run.UNIQUE/cid> <--conmon-pidfile> <TMP/runtime/invowk/run.UNIQUE/monitor>\
 <--label> <OWNER>\
 <--label> <io.invowk.session=s7>\
 <--volume> <TMP/project:/workspace> <--volume> <TMP/runtime/invowk/run.UNIQUE/mount:/run/invowk>\
 <--volume> <TMP/runtime/invowk/run.UNIQUE/mount/script:/run/invowk/script:ro>\
 <--volume> <TMP/project:/v w:ro> <--publish> <8080:80> <--volume> <cache:/cache> <--publish> <127.0.0.1:1:2/udp>\
 <--entrypoint> </bin/sh> <debian:1> </run/invowk/launch> <NAME-OF-s7.1> </workspace/sub> <true>"
}

@test "a terminal: --tty, and no line with a nonce" {
  have podman
  run_it --tty -- sh -c 'printf out; printf err >&2'
  [ "${status}" -eq 0 ]
  contains "$(calls | tail -n 1)" '<--interactive> <--name>'
  contains "$(calls | tail -n 1)" '<--init> <--pull=never> <--interactive>'
  contains "$(calls | tail -n 1)" '<TMP/runtime/invowk/run.UNIQUE/monitor> <--tty> <--label>'
  contains "$(calls | tail -n 1)" '</run/invowk/launch> <-> </workspace> <sh>'
}

@test "the report of a command that ran" {
  have podman
  run_it --session s7 -- sh -c 'exit 3'
  [ "${status}" -eq 3 ]
  same "$(sed -e 's/-[0-9a-f-]\{36\}$/-UNIQUE/' -e 's/=20[0-9-]*T[0-9:]*Z$/=TIME/' report)" "outcome=exited
exit_status=3
engine=podman
engine_path=${bin}/podman
engine_version=4.3.1
mode=podman-rootless
sandbox=none
image=debian:1
image_action=present
tries=1
container_name=invowk-s7-UNIQUE
container_id=c0ffee
started=TIME
ended=TIME"
}

@test "every exit status of the command goes through" {
  have podman
  for code in 0 1 64 69 70 75 125 126 127 137 255; do
    run_it -- sh -c "exit ${code}"
    [ "${status}" -eq "${code}" ]
    same "$(report outcome) $(report exit_status) $(report cause)" "exited ${code} "
  done
}

@test "streams go through byte for byte, the engine's chatter does not" {
  have podman
  behave podman run <<'END'
printf 'WARN[0000] chatter\n' >&2
launch_container "$@"
END
  printf 'a\000b\nc\001' >in
  status=0
  engine run --engine podman --image i -- sh -c 'cat; printf "e\000\nf" >&2' <in >out 2>err || status=$?
  [ "${status}" -eq 0 ]
  same "$(cksum <out)" "$(cksum <in)"
  same "$(cksum <err)" "$(printf 'e\000\nf' | cksum)"
}

@test "stderr is live: it arrives while the command runs" {
  have podman
  mkfifo go
  # the command waits for its own line to be read
  engine run --engine podman --image i -- sh -c "printf 'line\n' >&2; cat '${PWD}/go'" 2>&1 >out | {
    read -r line
    same "${line}" line
    printf 'answer' >go
  }
  same "$(cat out)" answer
}

@test "a closed stdin is an empty one" {
  have podman
  status=0
  engine run --engine podman --image i -- cat <&- >out 2>err || status=$?
  [ "${status}" -eq 0 ]
  same "$(cat out err)" ''
}

@test "the environment passes in a file, any byte of it, and on no command line" {
  have podman
  behave podman run <<'END'
mkdir "${FAKE}/seen"
for argument; do
  case ${argument} in *:/run/invowk) stat -c %a "${argument%:/run/invowk}/env" >"${FAKE}/mode" ;; esac
done
launch_container "$@"
END
  printf "export SECRET='it'\\\\''s\n a \\\\ \"\$HOME\" \351'\nexport UID='7'\n" >env
  run_it --env-file env -- sh -c 'printf "%s" "${SECRET}"'
  [ "${status}" -eq 0 ]
  same "$(cksum <out)" "$(printf "it's\n a \\\\ \"\$HOME\" \351" | cksum)"
  [[ $(calls) != *"it's"* && $(calls) != *'export'* ]]
  same "$(cat "${FAKE}/mode")" 600
}

@test "a script is there for the command, a copy of the file" {
  have podman
  printf 'printf "%%s" "$1"\n' >'my script.sh'
  behave podman run <<'END'
for argument; do
  case ${argument} in *:/run/invowk) sh "${argument%:/run/invowk}/script/my script.sh" found >&2 ;; esac
done
exit 125
END
  run_it --script 'my script.sh' -- true
  same "$(sed -n 's/^error=//p' report)" found
}

@test "paths with blanks, quotes, line breaks, leading dashes and other letters" {
  have podman
  for name in 'a b' "it's \"q\"" $'two\nlines' '-dash' 'grüße' '$(x)*'; do
    workspace=${BATS_TEST_TMPDIR}/${name}
    mkdir "${workspace}"
    rm -f "${FAKE}/calls"
    run_it -- true
    [ "${status}" -eq 0 ]
    contains "$(calls)" "<--volume> <TMP/${name}:/workspace>"
  done
}

@test "a relative workspace counts from the caller's directory" {
  have podman
  mkdir ./-w
  run_engine run --image i --workspace -w -- true
  contains "$(calls)" '<--volume> <TMP/-w:/workspace>'
}

@test "a workspace with a colon is mounted through a symbolic link" {
  have podman
  workspace=${BATS_TEST_TMPDIR}/a:b
  mkdir "${workspace}"
  behave podman run <<'END'
for argument; do
  case ${argument} in *:/workspace) readlink "${argument%:/workspace}" >"${FAKE}/target" ;; esac
done
launch_container "$@"
END
  run_it -- true
  [ "${status}" -eq 0 ]
  contains "$(calls)" '<--volume> <TMP/runtime/invowk/run.UNIQUE/workspace:/workspace>'
  same "$(cat "${FAKE}/target")" "${workspace}"
}

@test "arguments reach the command as they are" {
  have podman
  run_it -- printf '<%s>' '' 'a b' "it's" $'l1\nl2' -- --engine '*' '$(x)'
  same "${output}" "<><a b><it's><l1
l2><--><--engine><*><\$(x)>"
}

@test "a command with many arguments" {
  have podman
  set --
  for number in {1..500}; do set -- "$@" "${number}"; done
  run_it -- printf '%s ' "$@"
  same "${output}" "$* "
}

@test "no marker: the engine's exit 0 is not the command's" {
  have podman
  behave podman run <<<'exit 0'
  run_it -- true
  [ "${status}" -eq 70 ]
  same "$(report outcome) $(report cause) $(report tries)" 'not-started engine-failed 1'
  same "$(report error)" 'the engine ended with status 0 and did not say why'
  same "$(report exit_status)" ''
}

@test "no marker: what the engine said is shown and reported" {
  have podman
  behave podman run <<'END'
for argument; do case ${argument} in */cid) printf c0ffee >"${argument}" ;; esac; done
printf 'WARN first\nError: slirp4netns failed\n' >&2
exit 126
END
  run_it -- true
  [ "${status}" -eq 70 ]
  same "$(report outcome) $(report cause)" 'not-started start-failed'
  same "$(report error)" 'Error: slirp4netns failed'
  contains "${stderr}" 'WARN first'
  contains "$(calls)" 'podman <rm> <--force> <--time> <0> <--ignore> <NAME-pin> <NAME>'
}

@test "docker's hint at its help is not the error" {
  have docker
  behave docker run <<'END'
printf "docker: Error response from daemon: no such user.\n\nRun 'docker run --help' for more information\n" >&2
exit 125
END
  run_engine run --engine docker --image i --report report -- true
  same "$(report error)" 'docker: Error response from daemon: no such user.'
}

@test "a transient error is tried again with the old container removed, and said" {
  have podman
  behave podman run <<'END'
if [ ! -e "${FAKE}/second" ]; then
  : >"${FAKE}/second"
  printf 'Error: beginning transaction: database is locked\n' >&2
  exit 125
fi
launch_container "$@"
END
  run_it -- sh -c 'exit 5'
  [ "${status}" -eq 5 ]
  same "$(report outcome) $(report tries)" 'exited 2'
  same "${stderr}" 'invowk-engine: try 1 of 3 failed, trying again: Error: beginning transaction: database is locked'
  same "$(calls | tail -n 4 | cut -d' ' -f2)" '<run>
<rm>
<image>
<run>'
}

@test "transient errors end after three tries" {
  have podman
  behave podman run <<'END'
printf 'Error: database is locked\n' >&2
exit 125
END
  run_it -- true
  [ "${status}" -eq 75 ]
  same "$(report outcome) $(report tries) $(report cause)" 'not-started 3 engine-failed'
  same "$(calls | grep -c '<run>')" 3
}

@test "a command that started is never run again, whatever is written" {
  have podman
  run_it -- sh -c 'printf "Error: database is locked\n" >&2; exit 125'
  [ "${status}" -eq 125 ]
  same "$(report outcome) $(report tries)" 'exited 1'
  same "$(calls | grep -c '<run>')" 1
}

@test "a command that a service starts after its client has ended is not run again, and is told of" {
  have docker
  behave docker run <<<'printf "docker: Error response from daemon: Conflict. The container name \"/x\" is already in use\n" >&2; exit 125'
  behave docker rm <<<'for work in "${XDG_RUNTIME_DIR}"/invowk/run.*/; do : >"${work}mount/started"; done'
  run_engine run --engine docker --image i --report report -- true
  same "${status} $(report outcome)" '125 interrupted'
  same "$(report error)" 'docker ended with status 125 before the command had started; it started then, and the container was removed'
  same "$(calls | sed -n 's/^\(docker <[a-z]*>\).*/\1/p' | tail -n 2)" 'docker <run>
docker <rm>'
}

@test "a missing image is pulled, and does not count as a try" {
  have podman
  behave podman run <<'END'
[ -e "${FAKE}/pulled" ] || { printf 'Error: debian:1: image not known\n' >&2; exit 125; }
launch_container "$@"
END
  behave podman image <<<'[ -e "${FAKE}/pulled" ] || exit 1'
  behave podman pull <<<': >"${FAKE}/pulled"'
  run_it -- sh -c 'exit 4'
  [ "${status}" -eq 4 ]
  same "$(report image_action) $(report tries)" 'pulled 1'
  same "${stderr}" ''
  contains "$(calls)" 'podman <image> <exists> <debian:1>
podman <pull> <debian:1>
podman <run>'
}

@test "an image that another call has made since the start missed it does not count as a try" {
  have podman docker
  behave podman run <<'END'
[ -e "${FAKE}/missed" ] || { : >"${FAKE}/missed"; printf 'Error: debian:1: image not known\n' >&2; exit 125; }
launch_container "$@"
END
  sed 's/Error: debian:1: image not known/docker: Error response from daemon: No such image: debian:1/' \
    "${FAKE}/podman-run" >"${FAKE}/docker-run"
  for engine in podman docker; do
    rm -f "${FAKE}/missed" "${FAKE}/calls"
    run_engine run --engine "${engine}" --image debian:1 --report "${BATS_TEST_TMPDIR}/report" -- sh -c 'exit 4'
    [ "${status}" -eq 4 ]
    same "$(report image_action) $(report tries)" 'present 1'
    same "${stderr}" ''
    same "$(calls | grep -c '<run>')" 2
  done
}

@test "an image that is missing again and again ends the run" {
  have docker
  behave docker run <<<'printf "docker: Error response from daemon: No such image: debian:1\n" >&2; exit 125'
  run_engine run --engine docker --image debian:1 --report "${BATS_TEST_TMPDIR}/report" -- true
  [ "${status}" -eq 70 ]
  same "$(report cause) $(report tries)" 'engine-failed 1'
  same "$(calls | grep -c '<run>')" 2
}

@test "an image that cannot be had ends the run with its cause" {
  have podman
  behave podman run <<<'exit 125'
  behave podman image <<<'exit 1'
  behave podman pull <<'END'
printf 'Error: initializing source docker://x/y:1: reading manifest 1 in x/y: manifest unknown\n' >&2
exit 125
END
  run_it -- true
  [ "${status}" -eq 69 ]
  same "$(report outcome) $(report cause)" 'not-started image-not-found'
  contains "$(report error)" 'manifest unknown'
}

@test "--force-rebuild builds before the run" {
  have podman
  mkdir ctx
  touch ctx/Containerfile
  run_engine run --containerfile ctx/Containerfile --context ctx --tag t:1 --force-rebuild --report report -- true
  [ "${status}" -eq 0 ]
  same "$(report image) $(report image_action) $(report tries)" 't:1 built 1'
  same "$(calls | sed -n '3p')" "podman <build> <--file> <TMP/ctx/Containerfile> <--tag> <t:1> <--force-rm> <--no-cache>\
 <--label> <OWNER> <--label> <io.invowk.image=t:1> <--iidfile> <TMP/runtime/invowk/run.UNIQUE/build>\
 <--secret> <id=io.invowk.build,src=TMP/runtime/invowk/run.UNIQUE/build> <TMP/ctx>"
  contains "$(calls | sed -n '4p')" 'podman <run>'
}

@test "through a podman socket: create and start" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  run_engine run --engine docker --image i --report report -- sh -c 'printf out; exit 9'
  [ "${status}" -eq 9 ]
  same "${output}" out
  same "$(calls | sed -n '5,6p' | cut -d' ' -f2-5)" '<create> <--init> <--pull=never> <--interactive>
<--log-level> <fatal> <start> <--attach>'
  same "$(calls | tail -n 2 | cut -d' ' -f1-3)" 'docker <container> <inspect>
docker <rm> <--force>'
}

@test "through a podman socket: the status is the command's when the client does not learn it" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  behave docker start <<'END'
(start_container) || exit 125
END
  behave docker container <<<"printf '9 exited\n'"
  run_it --engine docker -- sh -c 'exit 9'
  same "${status} $(report outcome)" '9 exited'
  behave docker container <<<"printf '125 exited\n'"
  run_it --engine docker -- sh -c 'exit 125'
  same "${status} $(report outcome)" '125 exited'
  behave docker container <<<"printf 'no such container\n'; exit 1"
  run_it --engine docker -- sh -c 'exit 9'
  same "${status} $(report outcome)" '125 exited'
}

@test "through a podman socket: the engine gives the command its signal, once" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  # the launcher's process is the container
  behave docker start <<'END'
(start_container) &
printf '%s\n' "$!" >"${FAKE}/container"
trap 'touch "${FAKE}/signalled"; kill -s TERM "$(cat "${FAKE}/container")"' TERM
until wait; do :; done
END
  behave docker kill <<<'kill -s "$3" "$(cat "${FAKE}/container")"'
  run_it --engine docker --timeout 1 --stop-grace 30 -- sh -c 'trap "printf told >>told" TERM; until [ -e told ]; do sleep 0.05; done; sleep 1'
  same "${status} $(report outcome) $(cat "${workspace}/told")" '124 timed-out told'
  [ ! -e "${FAKE}/signalled" ]
}

@test "through a podman socket: the client ends at a terminal's signal, the command has its time" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  behave docker start <<'END'
(start_container) &
printf '%s\n' "$!" >"${FAKE}/container"
trap 'exit 0' INT
printf '%s\n' "$$" >"${FAKE}/client"
wait
END
  behave docker kill <<<'kill -s INT "$(cat "${FAKE}/client")"; kill -s "$3" "$(cat "${FAKE}/container")"'
  behave docker wait <<<'while kill -0 "$(cat "${FAKE}/container")" 2>/dev/null; do sleep 0.05; done'
  run_it --engine docker --timeout 1 --stop-grace 30 -- sh -c 'trap "sleep 1; printf told >told; exit 0" TERM; while :; do sleep 0.05; done'
  same "${status} $(report outcome) $(cat "${workspace}/told")" '124 timed-out told'
}

@test "through a podman socket: a failed create is the error" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  behave docker create <<'END'
printf 'Error response from daemon: unable to find user x\n' >&2
exit 1
END
  run_engine run --engine docker --image i --report report -- true
  [ "${status}" -eq 70 ]
  same "$(report error)" 'Error response from daemon: unable to find user x'
  [[ $(calls) != *'<start>'* ]]
}

@test "no engine: the report says why, one line for each" {
  run_it -- true
  [ "${status}" -eq 69 ]
  same "$(report outcome) $(report cause)" 'not-started engine-unavailable'
  same "$(report rejected)" 'podman: not on PATH'
}

@test "an engine that was kept and answers no longer gives way to the next" {
  have podman docker
  engine locate >/dev/null
  behave podman --version <<<'exit 1'
  behave podman run <<<'exit 125'
  behave podman image <<<'exit 125'
  run_engine run --image i --report report -- sh -c 'exit 6'
  [ "${status}" -eq 6 ]
  same "$(report engine)" docker
}

@test "usage errors: status, message and report" {
  run_it
  [ "${status}" -eq 64 ]
  contains "${stderr}" 'no -- and command'
  same "$(report outcome) $(report cause)" 'not-started usage'
  same "$(report error)" 'no -- and command'
}

@test "nothing is left behind" {
  have podman
  run_it -- sh -c 'exit 1'
  behave podman run <<<'exit 125'
  run_it -- true
  same "$(kept)" engines
}

@test "twenty at a time: each its own name, each its own status" {
  have podman
  engine locate >/dev/null
  rm "${FAKE}/calls"
  for number in {1..20}; do
    {
      status=0
      engine run --image i -- sh -c "printf '%s' ${number}; exit ${number}" >"out.${number}" 2>&1 || status=$?
      printf '%s' "${status}" >"status.${number}"
    } &
  done
  wait
  for number in {1..20}; do
    same "$(cat "out.${number}" "status.${number}")" "${number}${number}"
  done
  same "$(grep -o '<--name> <[^>]*>' "${FAKE}/calls" | sort -u | wc -l)" 20
}

@test "help goes to stdout" {
  run_engine run --help
  [ "${status}" -eq 0 ]
  contains "${output}" 'usage: invowk-engine run'
}

@test "a container that the service is removing itself is waited for" {
  have docker
  behave docker run <<<'exit 125'
  behave docker rm <<'END'
[ ! -e "${FAKE}/removing" ] || exit 0
: >"${FAKE}/removing"
printf 'Error response from daemon: removal of container c0ffee is already in progress\n' >&2
exit 1
END
  run_engine run --engine docker --image i --report report -- true
  same "${status} $(report outcome)" '70 not-started'
  same "$(calls | grep -c '<rm>')" 2
}
