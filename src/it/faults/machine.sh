#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# machine.sh - states of a machine that another try does not heal, each of which is told with its cure; sourced by run, does nothing
# itself.
#
# needs: engine, session, small, work, places; sourced after checks.sh and places.sh
# Each state is made in an engine of its own: mounts in the namespace of that podman, which nobody else sees.

# Runs the command in the podman of directory $2, for the run named $1; the rest are commands that damage it, in its namespace or outside.
run_damaged() {
  (
    run=$(make_run "${1}")
    enter_podman "${2}"
    shift 2
    give_image
    call_engine "${run}.before" --image "${small}" -- sh -c 'echo begun >>/workspace/count'
    "$@"
    call_engine "${run}" --image "${small}" -- sh -c 'echo begun >>/workspace/count'
  )
}

# The state $1 by function $2: before, a command runs; then it ends with status $3, cause $4 and a cure that contains $5.
try_podman_state() {
  mkdir -p "${work}/${2}.before/project"
  states=$((states + 1))
  run_damaged "${2}" "${places}/podman.${states}" "${2}" || miss "${1}" 'the state could not be made'
  check_end "${1}: before" "${work}/${2}.before" 0 '' 1
  check_end "${1}" "${work}/${2}" "${3}" "${4}" 0 "${5}"
}

close_tun() {
  podman unshare sh -c 'mount --bind /dev/net/tun /dev/net/tun && mount -o remount,bind,nodev /dev/net/tun'
}

hide_tun() {
  podman unshare mount -t tmpfs none /dev/net
}

damage_layers() {
  printf '{"x' >"${storage}/overlay-layers/layers.json"
}

lose_layers() {
  podman unshare sh -c "rm -rf '${storage}'/overlay/*/"
}

damage_database() {
  printf 'x%.0s' 1 2 3 4 5 6 7 8 9 >"${storage}/libpod/bolt_state.db"
}

lose_runtime() {
  XDG_RUNTIME_DIR=/nowhere/runtime
}

lock_runtime() {
  mkdir -m 500 "${HOME}/locked"
  XDG_RUNTIME_DIR=${HOME}/locked
  export XDG_RUNTIME_DIR
}

# A file system of 12 MB for podman's storage. The mount has to be there before the image.
fill_storage() {
  podman unshare dd if=/dev/zero "of=${storage}/fill" bs=1k 2>/dev/null || :
}

try_full_storage() {
  (
    run=$(make_run full)
    mkdir -p "${run}.before/project" "${run}.build/project" "${run}/context"
    enter_podman "${places}/podman.full"
    podman unshare sh -c "mkdir -p '${storage}' && mount -t tmpfs -o size=12m none '${storage}'"
    give_image
    call_engine "${run}.before" --image "${small}" -- sh -c 'echo begun >>/workspace/count'
    fill_storage
    call_engine "${run}" --image "${small}" -- sh -c 'echo begun >>/workspace/count'
    podman unshare sh -c "rm '${storage}/fill' && dd if=/dev/zero of='${storage}/fill' bs=1k count=8000" 2>/dev/null
    printf 'FROM %s\nRUN cat /bin/busybox /bin/busybox /bin/busybox /bin/busybox /bin/busybox >/x\n' "${small}" \
      >"${run}/context/Containerfile"
    call_engine "${run}.build" --containerfile "${run}/context/Containerfile" --context "${run}/context" \
      --tag "localhost/invowk-faults:${session}-full" -- sh -c 'echo begun >>/workspace/count'
  )
  check_end 'full disk: before' "${work}/full.before" 0 '' 1
  check_end 'full disk' "${work}/full" 70 engine-failed 0 'free space'
  check_end 'full disk, build' "${work}/full.build" 69 build-failed 0 'free space'
}

# A namespace in which nobody has subordinate ids, as on a machine where none were given to the user.
try_no_subordinate_ids() {
  (
    run=$(make_run ids)
    : >"${run}/empty"
    enter_podman "${places}/podman.ids"
    export engine session work small caller
    # shellcheck disable=SC2016 # the inner shell's
    unshare --map-current-user --keep-caps --mount sh -c '
      for file in /etc/subuid /etc/subgid; do mount --bind "${1}/empty" "${file}"; done
      . "${2}/checks.sh"
      call_engine "${1}" --image "${small}" -- sh -c "echo begun >>/workspace/count"' sh "${run}" "${faults}"
  )
  check_end 'no subordinate ids' "${work}/ids" 69 engine-unavailable 0 'usermod --add-subuids'
}

# A private directory on a file system of 64 KB that is full. The mount is in a namespace of its own.
try_full_private_directory() {
  (
    run=$(make_run private)
    mkdir -m 700 "${places}/full"
    export engine session work small caller
    # shellcheck disable=SC2016 # the inner shell's
    unshare --map-current-user --keep-caps --mount sh -c '
      mount -t tmpfs -o size=64k,mode=700 none "${3}"
      XDG_RUNTIME_DIR=${3}
      export XDG_RUNTIME_DIR
      sh scripts/invowk-engine locate --engine "${engine}" >/dev/null
      dd if=/dev/zero of="${3}/fill" bs=1k 2>/dev/null
      . "${2}/checks.sh"
      call_engine "${1}" --image "${small}" -- sh -c "echo begun >>/workspace/count"' sh "${run}" "${faults}" "${places}/full"
  )
  check_end 'full private directory' "${work}/private" 70 engine-failed 0 'free space'
}

# docker's daemon ends while a command runs; then it is not there; then it is back, and what was left is swept.
try_daemon_that_ends() {
  (
    run=$(make_run daemon)
    mkdir -p "${run}.after/project" "${run}.back/project"
    start_daemon
    call_engine "${run}" --image "${small}" -- sh -c 'echo begun >>/workspace/count; sleep 600' &
    job=$!
    await "[ ! -e '${run}/project/count' ] && kill -0 ${job}"
    kill -s KILL "$(cat "${daemon}/pid")"
    wait "${job}"
    value "${run}" outcome >"${run}/outcome"
    call_engine "${run}.after" --image "${small}" -- sh -c 'echo begun >>/workspace/count'
    directories >"${run}/directories"
    close_group
    start_daemon
    call_engine "${run}.back" --image "${small}" -- sh -c 'echo begun >>/workspace/count'
    { directories && containers; } >"${run}/left"
    close_group
  )
  check_end 'a daemon that ends' "${work}/daemon" 125 '' 1 'daemon'
  check_same 'a daemon that ends: outcome' "$(cat "${work}/daemon/outcome" || :)" interrupted
  check_same 'a daemon that ends: what it may still have is noted' "$(wc -l <"${work}/daemon/directories")" 1
  check_end 'a daemon that is gone' "${work}/daemon.after" 69 engine-unavailable 0 "start docker's daemon"
  check_end 'a daemon that is back' "${work}/daemon.back" 0 '' 1
  check_same 'a daemon that is back: nothing is left' "$(cat "${work}/daemon/left" || :)" ''
}

try_machine() {
  if [ "${engine}" = docker ]; then
    try_full_private_directory
    try_daemon_that_ends
    return 0
  fi
  states=0
  try_podman_state '/dev/net/tun is not the user'\''s' close_tun 70 start-failed 'chmod 666 /dev/net/tun'
  try_podman_state 'no /dev/net/tun' hide_tun 70 start-failed 'modprobe tun'
  try_podman_state 'damaged list of layers' damage_layers 69 image-not-found 'podman rmi --force'
  try_podman_state 'layers that are gone' lose_layers 70 engine-failed 'podman rmi --force'
  try_podman_state 'damaged database' damage_database 69 engine-unavailable 'database is damaged'
  try_podman_state 'no XDG_RUNTIME_DIR' lose_runtime 70 start-failed 'set XDG_RUNTIME_DIR'
  try_podman_state 'XDG_RUNTIME_DIR without write permission' lock_runtime 69 engine-unavailable 'set XDG_RUNTIME_DIR'
  try_full_storage
  try_no_subordinate_ids
}
