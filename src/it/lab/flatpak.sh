#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# flatpak.sh - gives the lab user a session bus and the lab's Flatpak applications, and proves that one reaches the host.
#
# usage:  flatpak.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"

# The document portal opens it as the user.
open_fuse_device() {
  fuse=/dev/fuse
  if [ ! -c "${fuse}" ]; then
    say "making ${fuse}"
    mknod "${fuse}" c 10 229
  fi
  mode=$(stat -c %a "${fuse}")
  if [ "${mode}" != 666 ]; then
    say "opening ${fuse} to users"
    chmod 666 "${fuse}"
  fi
}

# flatpak asks on it whether the user may install and run an application. Machines of a desktop have one.
start_system_bus() {
  if dbus-send --system --dest=org.freedesktop.DBus --print-reply=literal / org.freedesktop.DBus.GetId >/dev/null 2>&1; then
    return 0
  fi
  say 'starting a system bus'
  mkdir -p /run/dbus
  # one that was killed leaves its socket
  rm -f /run/dbus/system_bus_socket
  dbus-daemon --system --fork --nopidfile --print-pid >"${lab_bus_pid_file}"
}

# A login session has one. Commands that a sandbox starts on the host have its environment.
start_bus() {
  bus=/run/user/${uid}/bus
  if "${here}/as-user" dbus-send --bus="unix:path=${bus}" --dest=org.freedesktop.DBus --print-reply=literal / \
    org.freedesktop.DBus.GetId >/dev/null 2>&1; then
    return 0
  fi
  say "starting a session bus for ${lab_user}"
  rm -f "${bus}"
  "${here}/as-user" setsid dbus-daemon --session --fork --nopidfile --address="unix:path=${bus}" </dev/null
}

# Calls flatpak as the lab user; what it says is shown only if it fails.
flatpak_quietly() {
  said=$("${here}/as-user" flatpak "$@" </dev/null 2>&1) || {
    printf '%s\n' "${said}" >&2
    die 69 "this failed: flatpak $*"
  }
}

install_applications() {
  installed=${lab_home}/.local/share/flatpak/app
  if [ -e "${installed}/${lab_flatpak_ide}" ] && [ -e "${installed}/${lab_flatpak_closed}" ]; then
    return 0
  fi
  say "installing the Flatpak applications for ${lab_user}"
  flatpak_quietly remote-add --user --if-not-exists --no-gpg-verify invowk-lab "${lab_flatpak_repository}"
  flatpak_quietly install --user --assumeyes --noninteractive invowk-lab "runtime/${lab_flatpak_runtime}//1" \
    "app/${lab_flatpak_ide}//1" "app/${lab_flatpak_closed}//1"
}

main() {
  cd /
  uid=$(lab_uid)
  sh "${here}/flatpak-runtime.sh"
  open_fuse_device
  start_system_bus
  start_bus
  install_applications
  "${here}/as-user" flatpak run --user "${lab_flatpak_ide}" -c 'flatpak-spawn --host true' ||
    die 69 'a Flatpak application does not reach the host; see the lines above'
}

main "$@"
