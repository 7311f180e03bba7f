#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# places.sh - a small image, and engines of our own that may be damaged; sourced by run, does nothing itself.
#
# needs: engine, session, work; sourced after checks.sh. Sets small (the image's name) and small_tar (its file system)

# Builds the file system of the small image, busybox and its libraries; with processor $2 its programs are for another one.
make_tree() {
  mkdir -p "${1}/bin" "${1}/etc" "${1}/tmp" "${1}/workspace"
  chmod 1777 "${1}/tmp"
  busybox=$(command -v busybox)
  cp "${busybox}" "${1}/bin/busybox"
  ldd "${busybox}" | grep -o '/[^ ]*' | while read -r library; do
    mkdir -p "${1}${library%/*}"
    cp -L "${library}" "${1}${library}"
  done
  for program in sh cat true sleep; do
    ln -s busybox "${1}/bin/${program}"
  done
}

# Packs tree $1 as file $2, all files root's.
pack_tree() {
  tar -C "${1}" --owner=0 --group=0 -cf "${2}" .
}

open_places() {
  command -v busybox >/dev/null || fail 69 'busybox is missing (Debian: apt install busybox)'
  small=localhost/invowk-faults:${session}
  small_tar=${work}/small.tar
  make_tree "${work}/tree"
  pack_tree "${work}/tree" "${small_tar}"
  "${engine}" import "${small_tar}" "${small}" >/dev/null 2>&1
  # directories of short names: that of a socket has to fit into 107 bytes; and podman's clean-up after a container wants its runtime
  # directory in 50, else each container takes 20 seconds longer
  places=$(mktemp -d /tmp/faults.XXXXXX)
  daemon=
}

# Opens a podman with storage and namespace of its own in directory $1, and gives it the small image. To be called in a subshell: it sets
# HOME and XDG_RUNTIME_DIR, and storage.
enter_podman() {
  configuration=${HOME}/.config/containers
  mkdir -p "${1}/.config/containers"
  [ -d "${1}/run" ] || mkdir -m 700 "${1}/run"
  for file in containers.conf storage.conf; do
    [ ! -e "${configuration}/${file}" ] || cp "${configuration}/${file}" "${1}/.config/containers/"
  done
  HOME=${1}
  XDG_RUNTIME_DIR=${1}/run
  export HOME XDG_RUNTIME_DIR
  unset XDG_DATA_HOME XDG_CONFIG_HOME
  # shellcheck disable=SC2034 # for machine.sh
  storage=${HOME}/.local/share/containers/storage
}

give_image() {
  podman import --quiet "${small_tar}" "${small}" >/dev/null
}

# Ends the process that keeps the namespace of the podman in directory $1, with the mounts in it, and removes the directory.
close_podman() {
  pause_file=${1}/run/libpod/tmp/pause.pid
  if [ -s "${pause_file}" ]; then
    read -r pause <"${pause_file}" || :
    kill "${pause}" 2>/dev/null || :
  fi
  # some files are the user's subordinate ids'; the podman there may no longer run
  podman unshare rm -rf "${1}"
}

# Starts a docker daemon of our own, without root's rights, and gives it the small image. Sets daemon (its directory), daemon_pid and
# daemon_group, and DOCKER_HOST. To be called in a subshell.
start_daemon() {
  daemon=${places}/docker
  if [ -d "${daemon}" ]; then
    # what one that was killed has left, some of it the user's subordinate ids'
    (XDG_RUNTIME_DIR=/run/user/${caller} podman unshare rm -rf "${daemon}/pid" "${daemon}/exec" "${daemon}/runtime")
    mkdir -m 700 "${daemon}/runtime"
  else
    mkdir -m 700 "${daemon}" "${daemon}/runtime"
  fi
  starter=$(command -v dockerd-rootless.sh) || starter=/usr/share/docker.io/contrib/dockerd-rootless.sh
  XDG_RUNTIME_DIR=${daemon}/runtime
  DOCKER_HOST=unix://${daemon}/docker.sock
  PATH=${PATH}:/usr/sbin:/sbin
  export XDG_RUNTIME_DIR DOCKER_HOST PATH
  HOME=${daemon} setsid sh "${starter}" --data-root "${daemon}/data" --exec-root "${daemon}/exec" --pidfile "${daemon}/pid" \
    --host "${DOCKER_HOST}" --iptables=false >"${work}/daemon.log" 2>&1 </dev/null &
  # setsid of a background process makes it the leader of its group
  daemon_group=$!
  printf '%s\n' "${daemon_group}" >"${daemon}/group"
  await "kill -0 ${daemon_group} && ! docker version" || :
  docker import "${small_tar}" "${small}" >/dev/null 2>&1
}

# Waits until shell condition $1 is false, for 60 seconds at most; fails then.
await() {
  waited=0
  while sh -c "${1}" >/dev/null 2>&1; do
    waited=$((waited + 1))
    [ "${waited}" -lt 600 ] || return
    sleep 0.1
  done
}

# Ends the processes of our daemon, and of the containers that outlived it: the shims, whose name is cut, and those below them.
close_group() {
  find_processes docker-init "invowk-${session}-" | xargs -r kill -s KILL
  find_processes containerd-shim "${places}/docker/" | xargs -r kill -s KILL
  kill -s TERM -- "-${daemon_group}" 2>/dev/null || :
  await "kill -s 0 -- -${daemon_group}" || kill -s KILL -- "-${daemon_group}" || :
}

# Ends what of our daemon is there. Its files belong to the user's subordinate ids.
close_daemon() {
  [ -e "${places}/docker/group" ] || return 0
  read -r daemon_group <"${places}/docker/group"
  close_group
  podman unshare rm -rf "${places}/docker"
}

close_places() {
  [ -n "${places}" ] || return 0
  close_daemon
  close_registries
  for place in "${places}"/podman.*; do
    [ ! -d "${place}" ] || close_podman "${place}"
  done
  rm -rf "${places}"
}
