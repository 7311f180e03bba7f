#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# host.sh - prepares the running system for rootless containers; what it does is gone after a reboot.
#
# usage:  host.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"

# slirp4netns opens this device as the user. With udev it has these permissions from the start.
open_tun_device() {
  tun=/dev/net/tun
  if [ ! -c "${tun}" ]; then
    say "making ${tun}"
    mkdir -p /dev/net
    mknod "${tun}" c 10 200
  fi
  mode=$(stat -c %a "${tun}")
  if [ "${mode}" != 666 ]; then
    say "opening ${tun} to users"
    chmod 666 "${tun}"
  fi
}

# Without it podman warns at each run that "/" is not a shared mount. With systemd it is one from the start.
share_root_mount() {
  propagation=$(findmnt -no PROPAGATION /)
  case ${propagation} in
    shared*) ;;
    *)
      say 'making / a shared mount'
      mount --make-rshared /
      ;;
  esac
}

main() {
  install -d -m 755 "${lab_state}" "${lab_run}"
  open_tun_device
  share_root_mount
}

main "$@"
