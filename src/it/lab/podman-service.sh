#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# podman-service.sh - starts a service of root's podman, for the lab user to call, and gives it the base image.
#
# usage:  podman-service.sh
#
# Own socket, storage and settings: root's podman on this machine notices nothing.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"
CONTAINERS_CONF=${lab_run}/podman-service.conf
CONTAINERS_STORAGE_CONF=${lab_run}/podman-service-storage.conf
export CONTAINERS_CONF CONTAINERS_STORAGE_CONF
unset CONTAINER_HOST

# Limits that root's podman may give to a container on any machine: its own default can be above what root has here.
write_settings() {
  cat >"${CONTAINERS_STORAGE_CONF}" <<END
[storage]
driver = "overlay"
graphroot = "${lab_state}/podman-service"
runroot = "${lab_run}/podman-service"
END
  cat >"${CONTAINERS_CONF}" <<END
[containers]
default_ulimits = ["nofile=4096:4096", "nproc=4096:4096"]
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc"
END
}

start_service() {
  say "starting a podman service on ${lab_podman_socket}"
  rm -f "${lab_podman_socket}"
  setsid podman system service --time 0 "unix://${lab_podman_socket}" >"${lab_podman_log}" 2>&1 </dev/null &
  service=$!
  printf '%s\n' "${service}" >"${lab_podman_pid_file}"
  tries=0
  until [ -S "${lab_podman_socket}" ] && podman --url "unix://${lab_podman_socket}" version >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "${tries}" -gt 300 ] || ! kill -0 "${service}" 2>/dev/null; then
      tail -n 20 "${lab_podman_log}" >&2
      die 69 "the podman service does not answer; its log: ${lab_podman_log}"
    fi
    sleep 0.2
  done
  chgrp "${lab_user}" "${lab_podman_socket}"
  chmod 660 "${lab_podman_socket}"
}

import_image() {
  exists=0
  podman image exists "${lab_image}" || exists=$?
  [ "${exists}" -ne 0 ] || return 0
  say "importing ${lab_image} into root's podman"
  podman import --quiet --change 'CMD ["bash"]' "${lab_image_tar}" "docker.io/library/${lab_image}" >/dev/null
}

main() {
  cd /
  lab_runs "${lab_podman_pid_file}" podman || {
    write_settings
    start_service
  }
  import_image
  podman run --rm "${lab_image}" true || die 69 "root's podman does not start a container; see the lines above"
}

main "$@"
