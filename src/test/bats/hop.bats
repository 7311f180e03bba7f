# SPDX-License-Identifier: Apache-2.0
# hop.sh and landing.sh: a verb runs on the host in one call, exactly once. The fake stays on this machine, so both sides see the same.
load helper

start_sandbox() {
  export INVOWK_SANDBOX=flatpak FLATPAK_ID=org.example.Ide
  have podman flatpak-spawn
  for program in env tr; do [ -e "${bin}/${program}" ] || ln -s "$(PATH=${all_of_path} type -P "${program}")" "${bin}/${program}"; done
  : >.flatpak-info
}

run_it() {
  run_engine run --image i --workspace "${workspace}" --report "${BATS_TEST_TMPDIR}/report" "$@"
}

@test "one call: its arguments, the command's own among them" {
  start_sandbox
  ln -s project link
  run_it --session s --volume "${BATS_TEST_TMPDIR}/link:/data:ro" --workspace link -- sh -c 'exit 3' a '' 'b  c' --workspace
  same "${status} $(report outcome) $(report exit_status) $(report sandbox)" '3 exited 3 flatpak'
  same "$(calls | grep -c '^flatpak-spawn')" 1
  same "$(calls | grep '^flatpak-spawn' | sed "s|${SCRIPTS}|SCRIPTS|")" "flatpak-spawn <--host> <--watch-bus> <--directory=/> <--env-fd=9> <--forward-fd=4> \
<--forward-fd=5> <--forward-fd=6> <--forward-fd=7> <--forward-fd=8> <sh> <-c> <TEXT> <invowk-engine> <SCRIPTS> <TMP> <flatpak> <org.example.Ide> <run> \
<--image> <i> <--workspace> <TMP/project> <--report> <TMP/report> <--session> <s> <--volume> <TMP/project:/data:ro> <--workspace> <TMP/project> \
<--> <sh> <-c> <exit 3> <a> <> <b  c> <--workspace>"
}

@test "streams and exit statuses go through" {
  start_sandbox
  printf 'a\000b\nc\001' >in
  for code in 0 1 64 69 70 125 126 127 137 143 255; do
    status=0
    engine run --image i -- sh -c "cat; printf 'e\\000f' >&2; exit ${code}" <in >out 2>err || status=$?
    same "${status} $(cksum <out) $(od -c err)" "${code} $(cksum <in) $(printf 'e\000f' | od -c)"
  done
}

@test "the verbs locate, image and clean" {
  start_sandbox
  run_engine locate
  same "${status} $(sed -n 's/^engine=//p' <<<"${output}")" '0 podman'
  run_engine image --image i
  same "${status} ${output}" '0 image=i
action=present'
  run_engine clean
  same "${status}" 0
  same "$(calls | grep -c '^flatpak-spawn')" 3
}

@test "variables that choose the engine go to the host, others do not, and none is on a command line" {
  start_sandbox
  DOCKER_HOST=tcp://there:1 https_proxy="http://u:p@proxy
second" TERM=vt100 TZ= OTHER=x run_engine locate
  same "$(cat "${FAKE}/environment")" "DOCKER_HOST=tcp://there:1
INVOWK_SANDBOX=flatpak
https_proxy=http://u:p@proxy
second
TERM=vt100"
  ! calls | grep -q proxy
}

@test "help and mistakes need no host" {
  start_sandbox
  run_engine run --help
  contains "${output}" 'usage: invowk-engine run'
  run_it --no-such-option -- true
  same "${status} $(report cause)" '64 usage'
  same "$(calls)" ''
}

# The n-th call says $2 and ends with $3.
refuse_call() {
  printf 'printf "%%s\\n" "%s" >&2\nexit %s\n' "$2" "$3" >"${FAKE}/spawn-$1"
}

@test "a bus that is busy is called again, and the command runs once" {
  start_sandbox
  for number in 1 2 3; do refuse_call "${number}" "Can't find bus: Could not connect: Resource temporarily unavailable" 1; done
  run_it -- sh -c 'printf x >>count'
  same "${status} ${stderr} $(cat "${workspace}/count")" '0  x'
  same "$(ls -d "${FAKE}"/spawn.* | wc -l)" 4
}

@test "no permission: the exact command that gives it" {
  start_sandbox
  refuse_call 1 'Portal call failed: org.freedesktop.DBus.Error.ServiceUnknown' 1
  run_it -- true
  same "${status} $(report outcome) $(report cause) $(report error)" '69 not-started engine-unavailable no container engine'
  same "$(report rejected)" 'the host: this Flatpak (org.example.Ide) has no permission to call it'
  same "$(report cure)" 'give the permission with "flatpak override --user --talk-name=org.freedesktop.Flatpak org.example.Ide" on the host, and start the application anew'
  same "$(ls -d "${FAKE}"/spawn.* | wc -l)" 1
}

@test "another refusal is told of, and not tried again" {
  start_sandbox
  refuse_call 1 'Portal call failed: Failed to start command: no sh' 1
  run_it -- true
  same "${status} $(report rejected)" '69 the host: Portal call failed: Failed to start command: no sh'
  same "$(ls -d "${FAKE}"/spawn.* | wc -l)" 1
}

@test "flatpak-spawn that is killed before the host has started is not called again" {
  start_sandbox
  printf 'kill -s KILL "$$"\n' >"${FAKE}/spawn-1"
  run_it -- touch ran
  same "${status} $(report outcome)" '137 interrupted'
  [ ! -e "${workspace}/ran" ]
  same "$(ls -d "${FAKE}"/spawn.* | wc -l)" 1
}

@test "flatpak-spawn ends while the command runs: the host's side ends it, and the call waits for that" {
  start_sandbox
  behave podman run <<'END'
trap 'printf "TERM\n" >"${FAKE}/got"; exit 0' TERM
(launch_container "$@")
: >"${FAKE}/waiting"
while :; do sleep 0.05; done
END
  # the helper is gone, and with it flatpak-spawn; the command is not
  cat >"${FAKE}/spawn-1" <<'END'
while [ "$1" != sh ]; do shift; done
shift
cd /
env INVOWK_SANDBOX=none sh "$@" 9<&- &
until [ -e "${FAKE}/waiting" ]; do sleep 0.05; done
exit 1
END
  run_it -- true
  same "${status} $(report outcome)" '143 interrupted'
  same "$(cat "${FAKE}/got")" TERM
}

@test "the sandbox's side is killed while the command runs: the host's side ends it, and itself" {
  start_sandbox
  behave podman run <<'END'
trap 'printf "TERM\n" >"${FAKE}/got"; exit 0' TERM
(launch_container "$@")
: >"${FAKE}/waiting"
while :; do sleep 0.05; done
END
  # shellcheck disable=SC2086 # the shell may be two words
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --engine podman --image i --workspace "${workspace}" -- true </dev/null >/dev/null 2>&1 3>&- &
  caller=$!
  until [ -e "${FAKE}/waiting" ]; do sleep 0.05; done
  kill -s KILL "${caller}"
  until [ -e "${FAKE}/got" ]; do sleep 0.05; done
  host=$(cat "${FAKE}/spawned")
  waited=0
  while kill -0 "${host}" 2>/dev/null && [ "${waited}" -lt 600 ]; do
    sleep 0.05
    waited=$((waited + 1))
  done
  ! kill -0 "${host}" 2>/dev/null
  same "$(kept | grep -e '^run' -e '^owner' || :)" ''
}

@test "a signal that flatpak-spawn forwards, too, counts once; a second one ends the patience" {
  start_sandbox
  behave podman run <<'END'
trap 'printf "TERM\n" >>"${FAKE}/got"; sleep 0.5; printf "ended\n" >>"${FAKE}/got"; exit 143' TERM
(launch_container "$@")
: >"${FAKE}/waiting"
while :; do sleep 0.05; done
END
  for second in no yes; do
    rm -f "${FAKE}/waiting" "${FAKE}/got"
    # shellcheck disable=SC2086
    ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image i --report report -- true </dev/null >out 2>err 3>&- &
    job=$!
    until [ -e "${FAKE}/waiting" ]; do sleep 0.05; done
    # the fake has become the host's side
    kill -s TERM "${job}" "$(cat "${FAKE}/spawned")"
    until [ -s "${FAKE}/got" ]; do sleep 0.05; done
    [ "${second}" = no ] || kill -s TERM "${job}" "$(cat "${FAKE}/spawned")"
    status=0
    wait "${job}" || status=$?
    same "${status} $(report outcome)" '143 interrupted'
    if [ "${second}" = no ]; then
      same "$(cat "${FAKE}/got")" 'TERM
ended'
    else
      same "$(cat "${FAKE}/got")" TERM
    fi
  done
}

@test "no flatpak-spawn: engines of the sandbox itself, which is said once" {
  start_sandbox
  rm "${bin}/flatpak-spawn"
  run_it -- sh -c 'exit 4'
  same "${status} ${stderr}" '4 invowk-engine: this Flatpak (org.example.Ide) has no program flatpak-spawn: container engines are looked for in the sandbox itself'
  run_it -- sh -c 'exit 4'
  same "${status} ${stderr}" '4 '
}

@test "no flatpak-spawn, and no engine in the sandbox: each run says what is missing" {
  start_sandbox
  rm "${bin}/flatpak-spawn" "${bin}/podman"
  for said in 'invowk-engine: this Distrobox (box) has no program flatpak-spawn; host-spawn, which it has, hands on only stdin, stdout and stderr: container engines are looked for in the sandbox itself' ''; do
    ln -sf true "${bin}/host-spawn"
    INVOWK_SANDBOX=distrobox CONTAINER_ID=box run_it -- true
    same "${status} ${stderr} $(report cause)" "69 ${said} engine-unavailable"
    same "$(report rejected)" 'the host: this Distrobox (box) has no program flatpak-spawn; host-spawn, which it has, hands on only stdin, stdout and stderr
podman: not on PATH
podman-remote: not on PATH
docker: not on PATH'
    same "$(report cure)" 'install flatpak-xdg-utils 1.0.5 or newer in the sandbox'
  done
  rm "${bin}/host-spawn"
  run_it -- true
  contains "$(report rejected)" 'the host: this Flatpak (org.example.Ide) has no program flatpak-spawn
podman: not on PATH'
}

@test "nothing is left in the private directory" {
  start_sandbox
  run_it -- true
  same "$(kept | grep -e '^hop' -e '^run' -e '^owner' || :)" ''
}
