#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# settings.sh - names and places of the lab; sourced by the lab's scripts, does nothing itself.
#
# What a script keeps lies below lab_state and survives a reboot; what only a running lab needs lies below lab_run.
# shellcheck disable=SC2034 # used by the scripts that source this file

lab_user=invowk-lab
lab_home=/home/${lab_user}
lab_state=/var/lib/invowk-lab
lab_run=/run/invowk-lab

lab_image=debian:stable-slim
lab_image_tar=${lab_state}/base-image.tar

lab_docker_data=${lab_state}/docker
lab_docker_socket=${lab_run}/docker.sock
lab_docker_pid_file=${lab_run}/docker.pid
lab_docker_log=${lab_run}/docker.log
lab_docker_bridge=invowk-lab0
lab_docker_bridge_address=172.31.254.1/24

lab_podman_socket=${lab_run}/podman.sock
lab_podman_pid_file=${lab_run}/podman.pid
lab_podman_log=${lab_run}/podman.log

lab_bus_pid_file=${lab_run}/system-bus.pid

# The first one has what an IDE needs for containers, the second one no permission at all.
lab_flatpak_repository=${lab_state}/flatpak/repository
lab_flatpak_runtime=io.invowk.lab.Platform
lab_flatpak_ide=io.invowk.lab.Ide
lab_flatpak_closed=io.invowk.lab.Closed

PATH=${PATH}:/usr/local/sbin:/usr/sbin:/sbin
export PATH

# Says on stderr what the lab does, one plain line.
say() {
  printf 'lab: %s\n' "$*" >&2
}

# Ends the script with status $1 and the reason in the other words.
die() {
  lab_status=${1}
  shift
  printf 'lab: error: %s\n' "$*" >&2
  exit "${lab_status}"
}

# Fails with status 77 unless the caller is root.
require_root() {
  lab_caller=$(id -u)
  [ "${lab_caller}" -eq 0 ] || die 77 "this must run as root, for example: sudo $0"
}

# Prints the lab user's number, also its runtime directory's last component.
lab_uid() {
  id -u "${lab_user}" 2>/dev/null || die 69 "the user ${lab_user} does not exist; run src/it/lab/setup"
}

# Tells whether a program of the lab runs: the process of pid file $1 is a $2. Sets lab_pid.
# A pid file that outlived a reboot may name a process of somebody else.
lab_runs() {
  [ -s "${1}" ] || return
  lab_pid=$(cat "${1}") || return
  lab_name=$(cat "/proc/${lab_pid}/comm" 2>/dev/null) || return
  [ "${lab_name}" = "${2}" ]
}
