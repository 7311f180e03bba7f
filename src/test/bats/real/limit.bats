# SPDX-License-Identifier: Apache-2.0
# The time limit of a command, and the first start of an image, with a real container engine.
load helper

@test "a command whose time is over gets TERM, and its container is removed" {
  run_it --timeout 2 -- bash -c 'trap "printf got >got; exit 0" TERM; while :; do sleep 0.1; done'
  same "${status} $(report outcome) $(report exit_status)" '124 timed-out '
  same "$(cat "${workspace}/got")" got
  same "$(containers)" ''
}

@test "a command whose time is over and that ignores TERM is removed after the grace period" {
  started=${SECONDS}
  run_it --timeout 1 --stop-grace 1 -- sh -c 'trap "" TERM; sleep 60; touch late'
  same "${status} $(report outcome)" '124 timed-out'
  [ "$((SECONDS - started))" -lt 30 ]
  same "$(containers)" ''
  [ ! -e "${workspace}/late" ]
}

@test "a command that ends in its time keeps its status" {
  run_it --timeout 600 -- sh -c 'exit 7'
  same "${status} $(report outcome) ${stderr}" '7 exited '
}

@test "the time is the command's: that of a pull, a build or a start does not count" {
  mkdir ctx
  printf 'FROM %s\nRUN sleep 3\n' "${image}" >ctx/Containerfile
  run_engine run --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag "invowk-test-slow:${session}" \
    --session "${session}" --timeout 2 --report report -- sh -c 'exit 7'
  "${test_engine}" rmi "invowk-test-slow:${session}" >/dev/null
  same "${status} $(report outcome) $(report image_action)" '7 exited built'
}

@test "of many first starts of a large image by podman one copies it, and the others wait" {
  [ "${test_engine}" = podman ] || skip 'only rootless podman copies images'
  mkdir ctx
  printf 'FROM %s\nRUN mkdir /many && cd /many && for d in $(seq 60); do mkdir $d; for f in $(seq 200); do echo $f >$d/$f; done; done\n' \
    "${image}" >ctx/Containerfile
  tag=localhost/invowk-test-many:${session}
  engine image --engine podman --containerfile ctx/Containerfile --context ctx --tag "${tag}" >/dev/null
  for number in 1 2 3 4 5 6; do
    engine run --engine podman --image "${tag}" --session "${session}" -- sh -c 'echo "$1"' sh "${number}" >>out 2>>err 3>&- &
  done
  wait
  same "$(sort out | tr '\n' ' ')" '1 2 3 4 5 6 '
  # how much is said depends on how fast the machine is
  same "$(grep -v -e '^invowk-engine: waiting for another call, which lets podman copy ' -e '^invowk-engine: podman copies ' err || :)" ''
  [ "$(grep -c '^invowk-engine: podman copies ' err || :)" -le 1 ]
  list=$(podman info --format '{{.Store.GraphRoot}}')/overlay-images/images.json
  same "$(tr '{' '\n' <"${list}" | grep -F "\"${tag}\"" | grep -c '"mapped-layers":\["[0-9a-f]*"\]')" 1
  podman rmi "${tag}" >/dev/null
}
