# SPDX-License-Identifier: Apache-2.0
# control.sh: the run ends with its caller, and a container whose client was lost is removed.
load helper

# A docker whose "run" starts the command, and whose client ends with 1; "inspect" does $1.
docker_that_ends_with_1() {
  have docker
  behave docker run <<'END'
(launch_container "$@") || :
exit 1
END
  behave docker container <<<"$1"
  run_engine run --image i --report report -- true
}

@test "a docker client that ends with 1 while its command runs, as at the third signal, is no command that has ended" {
  docker_that_ends_with_1 'printf "0 running\n"'
  same "${status} $(report outcome)" '70 interrupted'
  same "$(report error)" 'docker ended with status 1 while the command ran; the container was removed'
  contains "$(calls)" 'docker <rm> <--force>'
}

@test "a command of docker that ends with 1 has ended" {
  docker_that_ends_with_1 'printf "Error: No such container: x\n" >&2; exit 1'
  same "${status} $(report outcome) $(report exit_status)" '1 exited 1'
  same "$(calls | grep -c '<rm>')" 0
}

# A podman whose "run" starts the command, notes TERM and ends with it.
podman_that_waits() {
  have podman
  engine locate >/dev/null
  behave podman run <<'END'
(launch_container "$@")
trap 'printf "TERM\n" >>"${FAKE}/got"; exit 0' TERM
: >"${FAKE}/waiting"
while [ ! -e "${FAKE}/stop" ]; do sleep 0.05; done
END
}

# Starts a run with a control pipe that the process ${holder} has open.
start_controlled() {
  mkfifo control
  sleep 600 9<>control 3>&- >/dev/null 2>&1 &
  holder=$!
  until [ -e "/proc/${holder}/fd/9" ]; do sleep 0.02; done
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image i --report report --control control "$@" </dev/null >out 2>err 3>&- &
  job=$!
}

await_job() {
  status=0
  wait "${job}" || status=$?
}

@test "a caller that is killed: the command gets TERM, and the container is removed" {
  podman_that_waits
  start_controlled -- true
  until [ -e "${FAKE}/waiting" ]; do sleep 0.02; done
  [ ! -e "${FAKE}/got" ]
  kill -s KILL "${holder}"
  await_job
  same "${status} $(sed -n 's/^outcome=//p' report)" '143 interrupted'
  same "$(cat "${FAKE}/got")" TERM
  same "$(calls | tail -n 1)" 'podman <rm> <--force> <--time> <0> <--ignore> <NAME-pin> <NAME>'
}

@test "a caller that has ended before the pipe is opened" {
  podman_that_waits
  mkfifo control
  status=0
  engine run --image i --report report --control control -- true || status=$?
  same "${status} $(sed -n 's/^outcome=//p' report)" '143 interrupted'
}

@test "a caller that lives: the run ends as always, and leaves no process" {
  have podman
  start_controlled -- sh -c 'exit 3'
  await_job
  same "${status} $(sed -n 's/^outcome=//p' report)" '3 exited'
  # only the holder has it
  PATH=${all_of_path}
  for process in $(find /proc/[0-9]*/fd -lname "${PWD}/control" 2>/dev/null); do
    contains "${process}" "/proc/${holder}/"
  done
  kill "${holder}"
}

@test "what is no named pipe is refused" {
  : >plain
  run_engine run --image i --control plain -- true
  same "${status}" 64
  contains "${stderr}" '--control is not a named pipe: plain'
}

# A podman whose "run" starts the command and is then killed; "inspect" says $1.
lost_client() {
  have podman
  behave podman run <<'END'
(launch_container "$@") || :
kill -s KILL "$$"
END
  printf 'printf "%s\\n"\n' "$1" >"${FAKE}/podman-container"
  run_engine run --image i --report report -- true
}

@test "a client that was killed: the run says so and removes the container" {
  lost_client running
  same "${status} $(sed -n 's/^outcome=//p' report)" '137 interrupted'
  same "$(sed -n 's/^error=//p' report)" 'podman ended with status 137 while the command ran; the container was removed'
  same "$(calls | tail -n 2)" "podman <container> <inspect> <--format> <{{.State.ExitCode}} {{.State.Status}}> <NAME>
podman <rm> <--force> <--time> <0> <--ignore> <NAME-pin> <NAME>"
}

@test "a command that was killed is no lost client" {
  lost_client exited
  same "${status} $(sed -n 's/^outcome=//p' report)" '137 exited'
  same "$(sed -n 's/^error=//p' report)" ''
}
