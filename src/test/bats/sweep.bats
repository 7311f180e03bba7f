# SPDX-License-Identifier: Apache-2.0
# sweep.sh: what a killed run left is removed by a later one, and nothing else.
load helper

state=runtime/invowk

# A podman whose "run" starts the command and then lives until the file "stop" is there, as a container does.
podman_that_stays() {
  have podman
  # the image has its copy
  engine run --image i -- true
  rm "${FAKE}/calls"
  behave podman run <<END
for option do [ "\${option}" != --cidfile ] || break; shift; done
printf 'c0ffee' >"\$2"
: >"\${2%/cid}/mount/started"
: >"\${FAKE}/waiting"
while [ ! -e "\${FAKE}/stop" ]; do sleep 0.05; done
END
}

# Starts a run as a job and waits until its client waits; more than one at a time work too.
start_run() {
  rm -f "${FAKE}/waiting"
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image i "$@" -- true >/dev/null 2>&1 3>&- &
  job=$!
  until [ -e "${FAKE}/waiting" ]; do sleep 0.02; done
}

# Kills the run that was started, with -9. Its client lives on.
kill_run() {
  kill -s KILL "${job}"
  wait "${job}" || :
}

works() {
  (cd "${state}" && ls -d run.* image.* 2>/dev/null) || :
}

# Runs a command that ends at once.
run_next() {
  rm -f "${FAKE}/podman-run" "${FAKE}/docker-run" "${FAKE}/calls"
  run_engine run "$@" --image i -- true
}

teardown() {
  : >"${FAKE}/stop"
  PATH=${all_of_path}
}

@test "the container of a killed run is removed by its name, its client killed, then its directory" {
  podman_that_stays
  start_run --session s1
  kill_run
  [ -n "$(works)" ]
  run_next
  same "${status} ${stderr}" '0 '
  same "$(calls | sed -n 1p)" 'podman <rm> <--force> <--time> <0> <--ignore> <NAME-OF-s1-pin> <NAME-OF-s1>'
  same "$(calls | sed -n 2p | cut -d' ' -f2)" '<run>'
  # the client was there: its last request may still be carried out
  [ -n "$(works)" ]
  run_next
  same "$(calls | sed -n 1p)" 'podman <rm> <--force> <--time> <0> <--ignore> <NAME-OF-s1-pin> <NAME-OF-s1>'
  same "$(works)" ''
  run_next
  same "$(calls | grep -c '<rm>' || :)" 0
}

@test "docker is asked in its own words" {
  podman_that_stays
  rm "${bin}/podman"
  mv "${FAKE}/podman-run" "${FAKE}/docker-run"
  have docker
  start_run --session s1
  kill_run
  run_next
  run_next
  same "$(calls | sed -n 1p)" 'docker <rm> <--force> <NAME-OF-s1>'
  same "$(works)" ''
}

@test "the client that would still make the container finds no launcher, and is killed" {
  have podman
  engine locate >/dev/null
  printf ': >"${FAKE}/waiting"; trap "" INT TERM HUP; while [ ! -e "${FAKE}/stop" ]; do sleep 0.05; done\n' \
    >"${FAKE}/podman-run"
  start_run
  kill_run
  grep -l -s -F "$(works)/cid" /proc/[0-9]*/cmdline >before || :
  [ -s before ]
  run_next
  while read -r client; do
    until [ ! -e "${client}" ] || grep -q ') Z' "${client%/cmdline}/stat"; do sleep 0.02; done
  done <before
  [ ! -e "${state}/$(works)/mount/launch" ]
}

@test "a reader that waits for the client of a killed run is released" {
  podman_that_stays
  start_run
  kill_run
  # nobody has opened this one for writing
  rm "${state}/$(works)/stderr"
  mkfifo "${state}/$(works)/stderr"
  cat "${state}/$(works)/stderr" 3>&- &
  reader=$!
  until grep -q -x cat "/proc/${reader}/comm" && grep -q '^State:.S' "/proc/${reader}/status"; do sleep 0.02; done
  run_next
  tries=0
  while kill -0 "${reader}" 2>/dev/null && [ "${tries}" -lt 200 ]; do
    tries=$((tries + 1))
    sleep 0.05
  done
  if kill "${reader}" 2>/dev/null; then return 1; fi
}

@test "a run that lives is left alone" {
  podman_that_stays
  start_run
  local lives
  lives=$(works)
  run_next
  same "${status} $(calls | cut -d' ' -f2)" '0 <run>'
  same "$(works)" "${lives}"
  [ -e "${state}/${lives}/mount/launch" ]
  kill -s TERM "${job}"
}

@test "a directory without an owner, or of another service, is left alone" {
  podman_that_stays
  mkdir -m 700 runtime/invowk/run.none runtime/invowk/run.empty
  : >runtime/invowk/owner.run.empty
  start_run
  kill_run
  DOCKER_HOST=unix:///elsewhere run_next
  same "$(calls | grep -c '<rm>' || :)" 0
  same "$(works | grep -c .)" 3
}

@test "an engine that cannot remove it keeps the directory for another time" {
  podman_that_stays
  start_run
  kill_run
  printf 'printf "Error: database is locked\\n" >&2; exit 125\n' >"${FAKE}/podman-rm"
  run_next
  run_next
  same "${status}" 0
  [ -n "$(works)" ]
}

@test "what an earlier boot left is removed, but not a container that runs" {
  [ "$(stat -L -c %i /proc/self/ns/pid)" = 4026531836 ] || skip 'not in the first namespace of this machine'
  [ -s /etc/machine-id ] || skip 'no /etc/machine-id'
  podman_that_stays
  start_run --session s1
  kill_run
  local left
  left=$(works)
  : >"${FAKE}/stop"
  sed -i "1s/$(cat /proc/sys/kernel/random/boot_id)/00000000-0000-4000-8000-000000000000/" "${state}/owner.${left}"
  printf 'printf "Error: cannot remove container c0ffee as it is running\\n" >&2; exit 2\n' >"${FAKE}/podman-rm"
  run_next
  same "$(calls | sed -n 1p)" 'podman <rm> <--ignore> <NAME-OF-s1-pin> <NAME-OF-s1>'
  same "$(works)" "${left}"
  rm "${FAKE}/podman-rm"
  while grep -q -l -s -F "${left}/cid" /proc/[0-9]*/cmdline; do sleep 0.02; done
  run_next
  same "$(works)" ''
}

@test "many at a time: one sweeps" {
  podman_that_stays
  start_run --session s1
  kill_run
  : >"${FAKE}/stop"
  local left number
  left=$(works)
  while grep -q -l -s -F "${left}/cid" /proc/[0-9]*/cmdline; do sleep 0.02; done
  rm -f "${FAKE}/podman-run" "${FAKE}/calls"
  printf 'sleep 0.3\n' >"${FAKE}/podman-rm"
  for number in {1..12}; do
    engine run --image i -- true 2>"err.${number}" 3>&- &
  done
  wait
  same "$(cat err.*)" ''
  same "$(calls | grep -c '<rm>')" 1
  same "$(works)" ''
}

@test "without flock one sweeps, too" {
  podman_that_stays
  rm "${bin}/flock"
  start_run --session s1
  kill_run
  run_next
  run_next
  same "$(works)" ''
}

@test "without flock a sweeper that was killed does not keep others away" {
  podman_that_stays
  rm "${bin}/flock"
  start_run --session s1
  kill_run
  ln -s 999999999 "${state}/sweeper.$(works).link"
  run_next
  run_next
  run_next
  same "$(works)" ''
}

@test "a directory that another call sweeps is left to it" {
  podman_that_stays
  start_run --session s1
  kill_run
  local left
  left=${state}/owner.$(works)
  (flock 8 && exec sleep 600) 3>&- 8<"${left}" &
  local sweeper=$!
  while flock -n "${left}" true; do sleep 0.02; done
  run_next
  same "${status} $(calls | grep -c '<rm>' || :)" '0 0'
  kill "${sweeper}"
}

@test "a call that was killed before it had its directory leaves its name at most" {
  have podman
  engine locate >/dev/null
  printf '#!/bin/sh\nkill -s KILL "${PPID}"\n' >mkdir
  chmod 755 mkdir
  rm "${bin}/mkdir"
  mv mkdir "${bin}/mkdir"
  run_engine run --image i -- true
  same "${status}" 137
  [ -e "${state}"/owner.run.* ]
  rm "${bin}/mkdir"
  ln -s "$(PATH=${all_of_path} type -P mkdir)" "${bin}/mkdir"
  run_next
  same "$(kept)" engines
}

@test "the directory of a killed image call goes as well" {
  have podman
  printf 'exit 1\n' >"${FAKE}/podman-image"
  printf ': >"${FAKE}/waiting"; exec sleep 60\n' >"${FAKE}/podman-pull"
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" image --image i >/dev/null 2>&1 3>&- &
  job=$!
  until [ -e "${FAKE}/waiting" ]; do sleep 0.02; done
  kill_run
  [ -n "$(works)" ]
  run_next
  same "$(works)" ''
  same "$(calls | grep -c '<rm>' || :)" 0
}

@test "a client that is killed while it starts a container: its service may make it yet, and the next run looks for it" {
  have docker
  behave docker run <<<'kill -s KILL "$$"'
  run_engine run --engine docker --image i --session s1 --report report -- true
  same "${status} $(report outcome)" '70 not-started'
  same "$(works | grep -c .) $(ls -d "${state}"/owner.* | grep -c .)" '1 1'
  run_next --engine docker
  same "$(calls | sed -n 1p)" 'docker <rm> <--force> <NAME-OF-s1>'
  same "$(works)$(ls -d "${state}"/owner.* 2>/dev/null)" ''
}
