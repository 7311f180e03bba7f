#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# user.sh - adds the lab's ordinary user, set up for rootless podman, and its runtime directory.
#
# usage:  user.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"

add_user() {
  if id "${lab_user}" >/dev/null 2>&1; then
    return 0
  fi
  say "adding the user ${lab_user}"
  # useradd also gives it ranges in /etc/subuid and /etc/subgid
  useradd --create-home --home-dir "${lab_home}" --shell /bin/bash --user-group \
    --comment 'tests of invowk-maven-plugin' "${lab_user}"
}

check_subordinate_ids() {
  for file in /etc/subuid /etc/subgid; do
    grep -q "^${lab_user}:" "${file}" ||
      die 69 "${file} has no line for ${lab_user}; add one with: usermod --add-subuids FIRST-LAST --add-subgids FIRST-LAST ${lab_user}"
  done
}

# A login session has a tmpfs of its own here; without one nobody else makes it.
mount_runtime_directory() {
  uid=$(lab_uid)
  directory=/run/user/${uid}
  if findmnt --mountpoint "${directory}" >/dev/null; then
    return 0
  fi
  say "mounting ${directory}"
  install -d -m 755 /run/user
  install -d -m 700 -o "${lab_user}" -g "${lab_user}" "${directory}"
  mount -t tmpfs -o "mode=700,uid=${lab_user},gid=${lab_user},nosuid,nodev" "${lab_user}" "${directory}"
}

# cgroupfs: there is no systemd session to ask. runc: crun refuses machines with a hybrid cgroup hierarchy.
# overlay: a new account would otherwise copy the whole image for each container.
configure_podman() {
  directory=${lab_home}/.config/containers
  if [ -e "${directory}/storage.conf" ]; then
    return 0
  fi
  say "configuring podman for ${lab_user}"
  install -d -o "${lab_user}" -g "${lab_user}" "${lab_home}/.config" "${directory}"
  cat >"${directory}/containers.conf" <<'END'
[engine]
cgroup_manager = "cgroupfs"
events_logger = "file"
runtime = "runc"
END
  cat >"${directory}/storage.conf" <<'END'
[storage]
driver = "overlay"
END
}

main() {
  add_user
  check_subordinate_ids
  mount_runtime_directory
  configure_podman
}

main "$@"
