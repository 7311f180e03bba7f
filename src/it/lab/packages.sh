#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# packages.sh - installs the Debian packages that the lab needs and this machine does not have.
#
# usage:  packages.sh podman    podman and a JDK
#         packages.sh all       docker, Flatpak and the programs that tests call, too
# exit:   0 all there, 69 the archive cannot provide them
#
# A program that is already there counts, wherever it came from: docker-ce, for example, would otherwise be replaced.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"
# shellcheck source=src/it/lab/apt.sh
. "${here}/apt.sh"

# One line a program: its name on PATH (or its file), and the package that has it.
podman_programs() {
  cat <<'END'
podman podman
runc runc
newuidmap uidmap
slirp4netns slirp4netns
catatonit catatonit
debootstrap debootstrap
/etc/ssl/certs/ca-certificates.crt ca-certificates
END
}

test_programs() {
  cat <<'END'
dockerd docker.io
iptables iptables
ip iproute2
bats bats
shellcheck shellcheck
shfmt shfmt
busybox busybox
/usr/bin/time time
python3 python3
curl curl
ssh openssh-client
docker-registry docker-registry
rootlesskit rootlesskit
flatpak flatpak
toolbox podman-toolbox
distrobox distrobox
capsh libcap2-bin
dbus-daemon dbus-daemon
dbus-send dbus-bin
/usr/libexec/xdg-document-portal xdg-desktop-portal
/usr/bin/perl perl-base
END
}

# Prints the packages whose programs are missing, one a line.
missing_packages() {
  {
    podman_programs
    [ "${set}" = podman ] || test_programs
  } | while read -r program package; do
    command -v -- "${program}" >/dev/null || [ -e "${program}" ] || printf '%s\n' "${package}"
  done
  "${here}/jdk" 17 >/dev/null 2>&1 || printf '%s\n' openjdk-17-jdk-headless
}

main() {
  set=${1}
  packages=$(missing_packages)
  if [ -z "${packages}" ]; then
    return 0
  fi
  command -v apt-get >/dev/null || die 69 "apt-get is missing; the lab needs Debian or a relative of it"
  # shellcheck disable=SC2086 # a list of words
  set -- ${packages}
  apt-get update -q=2 >&2 || die 69 'apt-get update failed'
  apt_install "$@"
}

main "$@"
