# SPDX-License-Identifier: Apache-2.0
# Signals to the verb run with a real container engine: the command ends, the container goes, the status tells.
load helper

@test "a running command gets the signal, whichever it is" {
  for signal in INT TERM HUP; do
    rm -f "${workspace}/ready" "${workspace}/got"
    start_command -- bash -c 'trap "printf got >got; exit 0" '"${signal}"'; touch ready; while :; do sleep 0.1; done'
    await_ready
    kill -s "${signal}" "${job}"
    await_job
    same "${status} $(report outcome)" "$((128 + $(kill -l "${signal}"))) interrupted"
    same "$(cat "${workspace}/got")" got
    same "$(containers)" ''
  done
}

@test "Ctrl-C reaches the whole process group and ends it cleanly" {
  start_command -- sh -c 'touch ready; sleep 60'
  await_ready
  kill -s INT -- "-${job}"
  await_job
  same "${status} $(report outcome)" '130 interrupted'
  same "$(containers)" ''
}

@test "TERM to the whole process group ends it cleanly" {
  start_command -- sh -c 'touch ready; sleep 60'
  await_ready
  kill -s TERM -- "-${job}"
  await_job
  same "${status} $(report outcome)" '143 interrupted'
  same "$(containers)" ''
}

@test "a command that ignores the signal is removed after the grace period" {
  start_command --stop-grace 1 -- sh -c 'trap "" TERM; touch ready; sleep 60; touch late'
  await_ready
  started=${SECONDS}
  kill -s TERM "${job}"
  await_job
  same "${status} $(report outcome)" '143 interrupted'
  [ "$((SECONDS - started))" -lt 15 ]
  same "$(containers)" ''
  [ ! -e "${workspace}/late" ]
}

@test "the same signal once more ends the patience" {
  start_command --stop-grace 600 -- sh -c 'trap "touch told" TERM; touch ready; while :; do sleep 0.1; done'
  await_ready
  kill -s TERM "${job}"
  until [ -e "${workspace}/told" ]; do sleep 0.05; done
  kill -s TERM "${job}"
  await_job
  same "${status} $(report outcome)" '143 interrupted'
  same "$(containers)" ''
}

# Interrupts with signal $1 the start of 20 containers, each a little later than the one before.
interrupt_starts() {
  local number bad=''
  for number in {0..19}; do
    rm -f "${workspace}/started" "${workspace}/ended" report
    start_command -- sh -c 'touch started; sleep 3; touch ended'
    sleep "0.$(printf '%02d' $((number * 4 + 2)))"
    kill -s "$1" "${job}"
    await_job
    if [ "${status}" -ne "$((128 + $(kill -l "$1")))" ] || [ -n "$(containers)" ] || [ -e "${workspace}/ended" ]; then
      bad="${bad} ${number}: status ${status}, left $(containers);"
    fi
  done
  sleep 4
  [ ! -e "${workspace}/ended" ]
  same "${bad}" ''
  same "$(containers)" ''
}

@test "TERM at any moment of the start leaves nothing" {
  interrupt_starts TERM
}

@test "INT at any moment of the start leaves nothing" {
  interrupt_starts INT
}

@test "HUP at any moment of the start leaves nothing" {
  interrupt_starts HUP
}

@test "a build that is interrupted leaves no image, no container and no process" {
  mkdir ctx
  printf 'FROM %s\nRUN sleep 60.%s\n' "${image}" "$$" >ctx/Containerfile
  build_containers >before
  start_job --containerfile ctx/Containerfile --context ctx --tag invowk-test-slow:1 -- true
  until [ -n "$(steps)" ]; do sleep 0.1; done
  kill -s TERM "${job}"
  await_job
  same "${status} $(report outcome)" '143 interrupted'
  ! "${test_engine}" image inspect invowk-test-slow:1 >/dev/null 2>&1
  # docker removes the container when it notices that its client is gone
  [ "${test_engine}" = podman ] || until [ -z "$(left_of_build)" ]; do sleep 0.1; done
  same "$(left_of_build)" ''
  until [ -z "$(steps)" ]; do sleep 0.1; done
}

# The processes of the build's step.
steps() {
  printf '60.%s\n' "$$" | grep -l -s -a -F -f - /proc/[0-9]*/cmdline || :
}

left_of_build() {
  build_containers | grep -v -x -F -f before || :
}

# The containers for the steps of builds; nothing tells docker's from others that are of no image with a name.
build_containers() {
  if [ "${test_engine}" = podman ]; then
    podman ps --all --external --format '{{.ID}} {{.Command}}' | sed -n 's/ buildah$//p'
  else
    docker ps --all --format '{{.ID}} {{.Command}}' --no-trunc | grep -F "sleep 60.$$" || :
  fi
}
