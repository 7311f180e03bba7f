#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# podman.sh - gives the lab user's podman the base image and proves that a container starts.
#
# usage:  podman.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"

main() {
  cd /
  exists=0
  "${here}/as-user" podman image exists "${lab_image}" || exists=$?
  if [ "${exists}" -gt 1 ]; then
    # podman calls can cover each other's mounts in the namespace they share, and then none can clear up
    say "${lab_user}'s podman cannot use its storage: renewing its namespace"
    "${here}/as-user" podman system migrate
    exists=0
    "${here}/as-user" podman image exists "${lab_image}" || exists=$?
  fi
  [ "${exists}" -ne 0 ] || return 0
  say "importing ${lab_image} into ${lab_user}'s podman"
  "${here}/as-user" podman import --quiet --change 'CMD ["bash"]' "${lab_image_tar}" \
    "docker.io/library/${lab_image}" >/dev/null
  # the first run with keep-id copies the image once: done here, no test has to wait for it
  "${here}/as-user" podman run --rm --userns=keep-id "${lab_image}" true ||
    die 69 "rootless podman does not start a container; see the lines above"
}

main "$@"
