# SPDX-License-Identifier: Apache-2.0
# supervise.sh: what signals do to a run, with fake engines that live until they are told to end.
load helper

# A podman whose "run" starts the command, notes signals, and ends with the first one; $1 tells what it ignores.
podman_that_waits() {
  have podman
  engine locate >/dev/null
  behave podman run <<END
(launch_container "\$@")
for name in INT TERM HUP; do
  trap "printf '%s\n' \${name} >>'\${FAKE}/got'; exit 0" "\${name}"
done
$1
: >"\${FAKE}/waiting"
while [ ! -e "\${FAKE}/stop" ]; do sleep 0.05; done
END
  behave podman rm <<<': >"${FAKE}/stop"'
}

# Starts a run as a job, a process group of its own where INT is not ignored, and waits until the fake's client does.
start_job() {
  set -m
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image i --report report "$@" </dev/null >out 2>err &
  job=$!
  set +m
  until [ -e "${FAKE}/waiting" ]; do sleep 0.02; done
}

await_job() {
  status=0
  wait "${job}" || status=$?
}

# Each signal to the engine alone: to its client once, then the container is removed.
forwarded() {
  podman_that_waits ''
  start_job --stop-grace 1 -- true
  kill -s "$1" "${job}"
  await_job
  same "${status} $(sed -n 's/^outcome=//p' report)" "$2 interrupted"
  # a shell cannot catch INT in the background, unlike podman and docker
  [ "$1" = INT ] || same "$(cat "${FAKE}/got")" "$1"
  same "$(calls | tail -n 1)" 'podman <rm> <--force> <--time> <0> <--ignore> <NAME>'
  same "$(left)" engines
}

@test "TERM goes to the client, the container is removed, the status is 143" {
  forwarded TERM 143
}

@test "INT goes to the client, the container is removed, the status is 130" {
  forwarded INT 130
}

@test "HUP goes to the client, the container is removed, the status is 129" {
  forwarded HUP 129
}

@test "a client that does not react: the container is removed after the grace period" {
  podman_that_waits 'trap "" TERM'
  start_job --stop-grace 1 -- true
  kill -s TERM "${job}"
  await_job
  same "${status}" 143
  same "$(calls | grep -c '<rm>')" 2
}

# Waits until the fake's client has noted a signal.
await_told() {
  until [ -e "${FAKE}/told" ]; do sleep 0.02; done
}

@test "a client that does not react to the removal either is killed when the signal comes again" {
  podman_that_waits "trap ': >\"\${FAKE}/told\"' TERM; trap ': >\"\${FAKE}/ended\"' EXIT"
  rm "${FAKE}/podman-rm"
  start_job --stop-grace 600 -- true
  kill -s TERM "${job}"
  await_told
  kill -s TERM "${job}"
  await_job
  same "${status}" 143
  [ ! -e "${FAKE}/ended" ]
  : >"${FAKE}/stop"
}

@test "a signal of another kind leaves the client its grace period" {
  podman_that_waits "trap ': >\"\${FAKE}/told\"' HUP TERM; trap ': >\"\${FAKE}/ended\"' EXIT"
  start_job --stop-grace 600 -- true
  kill -s HUP "${job}"
  await_told
  kill -s TERM "${job}"
  : >"${FAKE}/stop"
  await_job
  same "${status}" 129
  [ -e "${FAKE}/ended" ]
}

@test "before the command has started there is no grace period" {
  podman_that_waits 'trap "" TERM'
  printf 'trap "" TERM; : >"${FAKE}/waiting"; while [ ! -e "${FAKE}/stop" ]; do sleep 0.05; done\n' >"${FAKE}/podman-run"
  start_job --stop-grace 600 -- true
  kill -s TERM "${job}"
  await_job
  same "${status}" 143
}

@test "a service that is asked for a container is not left before it has answered" {
  have docker
  engine locate >/dev/null
  behave docker run <<'END'
for option do [ "${option}" != --cidfile ] || break; shift; done
for name in INT TERM HUP; do trap 'printf "told\n" >>"${FAKE}/got"' "${name}"; done
printf '%s' "${2%/cid}" >"${FAKE}/work"
: >"${FAKE}/waiting"
while [ ! -e "${FAKE}/stop" ]; do sleep 0.05; done
[ ! -e "${2%/cid}/mount/launch" ] || printf 'launched\n' >>"${FAKE}/got"
exit 137
END
  # the container is there only when the service is asked to remove it for the second time
  behave docker rm <<'END'
[ -e "${FAKE}/asked" ] && : >"${FAKE}/stop"
: >"${FAKE}/asked"
END
  start_job --stop-grace 600 -- true
  kill -s TERM "${job}"
  await_job
  same "${status} $(sed -n 's/^outcome=//p' report)" '143 interrupted'
  [ ! -e "${FAKE}/got" ]
  same "$(calls | tail -n 1)" 'docker <rm> <--force> <NAME>'
}

@test "a signal while an image is pulled ends the pull" {
  podman_that_waits ''
  printf 'exit 125\n' >"${FAKE}/podman-run"
  printf 'exit 1\n' >"${FAKE}/podman-image"
  printf ': >"${FAKE}/waiting"; exec sleep 60\n' >"${FAKE}/podman-pull"
  start_job -- true
  kill -s TERM "${job}"
  await_job
  same "${status} $(sed -n 's/^outcome=//p' report)" '143 interrupted'
}

@test "a signal while others hold the lock ends the wait" {
  podman_that_waits ''
  printf 'exit 125\n' >"${FAKE}/podman-run"
  printf 'exit 1\n' >"${FAKE}/podman-image"
  printf ': >"${FAKE}/waiting"; while [ ! -e "${FAKE}/stop" ]; do sleep 0.05; done\n' >"${FAKE}/podman-pull"
  rm "${FAKE}/podman-rm"
  start_job -- true
  first=${job}
  rm "${FAKE}/calls"
  start_job -- true
  until [ "$(calls | grep -c '<image>')" -ge 1 ]; do sleep 0.02; done
  kill -s TERM "${job}"
  await_job
  same "${status}" 143
  : >"${FAKE}/stop"
  wait "${first}" || :
}
