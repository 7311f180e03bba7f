# SPDX-License-Identifier: Apache-2.0
# copy.sh: which starts wait for the first start of an image.
load helper

# A podman that writes down when a start begins and ends, and waits in between while "hold" is there.
podman_that_copies() {
  have podman
  engine locate >/dev/null
  behave podman run <<'END'
printf 'begin\n' >>"${FAKE}/order"
while [ -e "${FAKE}/hold" ]; do sleep 0.02; done
printf 'end\n' >>"${FAKE}/order"
launch_container "$@"
END
}

# Starts $1 runs of image $2 at a time.
start_runs() {
  local number
  for ((number = 0; number < $1; number++)); do
    engine run --image "$2" -- sh -c 'printf "out\n"' >>out 2>>err 3>&- &
  done
}

@test "of many first starts of an image one goes alone, the others follow together" {
  podman_that_copies
  : >"${FAKE}/hold"
  start_runs 4 i
  until [ -e "${FAKE}/order" ]; do sleep 0.02; done
  # told by each that waits, and by the one that goes first
  until [ "$(wc -l <err)" -eq 4 ]; do sleep 0.1; done
  same "$(cat "${FAKE}/order")" begin
  rm "${FAKE}/hold"
  wait
  same "$(sed -n 1,2p "${FAKE}/order" | tr '\n' ' ')" 'begin end '
  same "$(grep -c begin "${FAKE}/order") $(cat out | tr '\n' ' ')" '4 out out out out '
  same "$(sort err)" 'invowk-engine: podman copies i for this user before it starts the container, once for each image
invowk-engine: waiting for the first start of i: podman copies the image for this user, once
invowk-engine: waiting for the first start of i: podman copies the image for this user, once
invowk-engine: waiting for the first start of i: podman copies the image for this user, once'
}

@test "an image that has started before keeps nobody waiting" {
  podman_that_copies
  engine run --image i -- true
  rm "${FAKE}/order"
  : >"${FAKE}/hold"
  start_runs 3 i
  until [ "$(grep -c begin "${FAKE}/order")" -eq 3 ]; do sleep 0.05; done
  rm "${FAKE}/hold"
  wait
  same "$(cat err)" ''
}

@test "another image, another storage, another user mapping and another engine do not wait" {
  podman_that_copies
  have docker
  behave docker run <"${FAKE}/podman-run"
  : >"${FAKE}/hold"
  start_runs 1 i
  start_runs 1 registry:5000/j/k:1
  XDG_DATA_HOME=${PWD} start_runs 1 l
  engine run --image i --user image -- true >>out 2>>err 3>&- &
  engine run --image i --engine docker -- true >>out 2>>err 3>&- &
  until [ "$(grep -c begin "${FAKE}/order")" -eq 5 ]; do sleep 0.05; done
  rm "${FAKE}/hold"
  wait
  same "$(wc -l <out)" 3
}

@test "an image that is built anew is copied anew" {
  podman_that_copies
  mkdir ctx
  touch ctx/Containerfile
  set -- --containerfile ctx/Containerfile --context ctx --tag localhost/t:1
  engine run "$@" -- true
  [ -e runtime/invowk/copied.localhost+t:1+ ]
  engine image "$@" --force-rebuild >/dev/null
  [ ! -e runtime/invowk/copied.localhost+t:1+ ]
}

@test "a first start that fails keeps nobody waiting" {
  have podman
  behave podman run <<<'exit 125'
  start_runs 3 i
  wait
  same "$(calls | grep -c '<run>')" 3
  [ ! -e runtime/invowk/copied.i+ ]
}

@test "when the first start hangs the others do not hang one after the other" {
  podman_that_copies
  : >"${FAKE}/hold"
  printf 'trap %s TERM\n' "'printf \"killed\\n\" >>\"\${FAKE}/order\"; exit 1'" | cat - "${FAKE}/podman-run" >run
  mv run "${FAKE}/podman-run"
  for _ in 1 2 3 4; do
    engine run --image i --engine-timeout 3 -- true >>out 2>>err 3>&- &
  done
  wait
  same "$(grep -c 'podman hung: it started the container for 3 s' err)" 4
  same "$(sed -n 1,5p "${FAKE}/order" | tr '\n' ' ')" 'begin killed begin begin begin '
}
