#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# docker.sh - starts the lab's own docker daemon and gives it the base image.
#
# usage:  docker.sh
#
# Own socket, data, bridge and containerd namespace, no firewall rules: another daemon on this machine notices nothing.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"
DOCKER_HOST=unix://${lab_docker_socket}
export DOCKER_HOST

# Its own bridge and not none: with --bridge=none a daemon deletes docker0 when it starts.
make_bridge() {
  if ip link show "${lab_docker_bridge}" >/dev/null 2>&1; then
    return 0
  fi
  ip link add "${lab_docker_bridge}" type bridge
  ip address add "${lab_docker_bridge_address}" dev "${lab_docker_bridge}"
  ip link set "${lab_docker_bridge}" up
}

# With debugging on, it tells on its socket what it is at (/debug/pprof).
start_daemon() {
  say "starting a docker daemon on ${lab_docker_socket}"
  rm -f "${lab_docker_pid_file}" "${lab_docker_socket}"
  setsid dockerd --debug --data-root "${lab_docker_data}" --exec-root "${lab_run}/docker" \
    --pidfile "${lab_docker_pid_file}" --host "${DOCKER_HOST}" --group "${lab_user}" \
    --bridge "${lab_docker_bridge}" --iptables=false \
    --containerd-namespace "${lab_user}" --containerd-plugins-namespace "${lab_user}-plugins" \
    >"${lab_docker_log}" 2>&1 </dev/null &
  daemon=$!
}

# Waits until the daemon answers, for 60 seconds at most; process $1 is what was started, and must live meanwhile.
await_daemon() {
  tries=0
  until docker version >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "${tries}" -gt 300 ] || ! kill -0 "${1}" 2>/dev/null; then
      tail -n 20 "${lab_docker_log}" >&2
      die 69 "the docker daemon does not answer; its log: ${lab_docker_log}"
    fi
    sleep 0.2
  done
}

import_image() {
  if docker image inspect "${lab_image}" >/dev/null 2>&1; then
    return 0
  fi
  say "importing ${lab_image} into docker"
  docker import --change 'CMD ["bash"]' "${lab_image_tar}" "${lab_image}" >/dev/null
  docker run --rm "${lab_image}" true || die 69 "docker does not start a container; see the lines above"
}

main() {
  make_bridge
  if ! lab_runs "${lab_docker_pid_file}" dockerd || ! docker version >/dev/null 2>&1; then
    start_daemon
    await_daemon "${daemon}"
  fi
  import_image
}

main "$@"
