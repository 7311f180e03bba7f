# SPDX-License-Identifier: Apache-2.0
# What a killed engine leaves, with a real container engine: a later run removes it, and nothing else.
load helper

# The work directories that runs of this test have left.
works() {
  grep -l -s -F "invowk-${session}-" "${XDG_RUNTIME_DIR}"/invowk/owner.* || :
}

# Kills the run that was started, with -9.
kill_run() {
  kill -s KILL "${job}"
  await_job
  same "${status}" 137
}

# Runs until nothing is left: one run for what the service makes of the last requests of killed clients, more while runs of others
# sweep at the same time.
run_until_swept() {
  local runs
  for runs in {1..10}; do
    run_it -- true
    same "${status}" 0
    [ -n "$(works)" ] || return 0
  done
  printf 'left after %s runs: %s\n' "${runs}" "$(works)"
  return 1
}

@test "killed at any moment: later runs sweep it, and no script runs twice" {
  local number
  : >"${workspace}/count"
  for number in {0..19}; do
    start_command -- sh -c "echo ${number} >>count; sleep 60; echo late >>count"
    sleep "0.$(printf '%02d' $((number * 4 + 1)))"
    kill_run
  done
  # one does get to its script, however slow the machine is
  start_command -- sh -c 'echo 20 >>count; touch ready; sleep 60; echo late >>count'
  await_ready
  kill_run
  run_until_swept
  same "$(containers)" ''
  same "$(sort "${workspace}/count" | uniq -d)" ''
  ! grep late "${workspace}/count"
}

@test "killed while its command runs: the next run ends and removes it" {
  start_command -- sh -c 'touch ready; sleep 3; touch late'
  await_ready
  kill_run
  [ -n "$(containers)" ]
  run_until_swept
  same "${stderr}" ''
  same "$(containers)" ''
  sleep 3
  [ ! -e "${workspace}/late" ]
}

@test "a run of another session that lives is not swept, even while one beside it is" {
  start_command -- sh -c 'touch ready; until [ -e end ]; do sleep 0.1; done; exit 7'
  await_ready
  local lives=${job} runs=0
  rm "${workspace}/ready"
  start_command -- sh -c 'touch ready; sleep 60'
  await_ready
  kill_run
  until [ "$(works | wc -l)" -eq 1 ]; do
    run_it -- true
    runs=$((runs + 1))
    [ "${runs}" -lt 10 ]
  done
  same "$(containers | grep -c .)" 1
  touch "${workspace}/end"
  job=${lives}
  await_job
  same "${status}" 7
  same "$(containers)" ''
}

@test "a container without our labels is not touched, whatever its name" {
  local name=invowk-${session}-foreign
  "${test_engine}" run --detach --name "${name}" "${image}" sleep 60 >/dev/null
  start_command -- sh -c 'touch ready; sleep 60'
  await_ready
  kill_run
  run_until_swept
  contains "$(containers)" "${name} Up"
  same "$(containers | grep -c .)" 1
  "${test_engine}" rm --force "${name}" >/dev/null
}
