#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# flatpak-runtime.sh - builds a Flatpak runtime and applications from Debian packages, once, in a repository of files.
#
# usage:  flatpak-runtime.sh
#
# The runtime has what the tests need inside the sandbox: a JDK, bats, the three shells, and flatpak-spawn where real runtimes
# have it. Maven comes with the working tree, from the home directory. Applications are nothing but permissions.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"

packages=bats,busybox-static,flatpak-xdg-utils,openjdk-17-jdk-headless,procps

# Builds the runtime in directory $1: its metadata, the tree's /usr with its /etc, and an empty place for extensions.
build_runtime() {
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  say "building a Flatpak runtime from Debian ${codename} (two or three minutes, once)"
  debootstrap --variant=minbase --include="${packages}" "${codename}" "${1}/tree" >"${1}/log" 2>&1 || {
    tail -n 20 "${1}/log" >&2
    die 69 "debootstrap failed; its log: ${1}/log"
  }
  mkdir -p "${1}/runtime/files"
  cat >"${1}/runtime/metadata" <<END
[Runtime]
name=${lab_flatpak_runtime}
runtime=${lab_flatpak_runtime}/${arch}/1
sdk=${lab_flatpak_runtime}/${arch}/1
END
  mv "${1}/tree/usr" "${1}/runtime/usr"
  mv "${1}/tree/etc" "${1}/runtime/usr/etc"
  usr=${1}/runtime/usr
  rm -rf "${usr}/share/doc" "${usr}/share/man" "${usr}/share/locale"
  ln -sf ../libexec/flatpak-xdg-utils/flatpak-spawn "${usr}/bin/flatpak-spawn"
  # Flatpak reads all of it as an ordinary user
  chmod -R u+rwX,a+rX "${usr}"
}

# Builds application $2 in directory $1, with the permissions on stdin.
build_application() {
  mkdir -p "${1}/${2}/files/bin" "${1}/${2}/export"
  {
    cat <<END
[Application]
name=${2}
runtime=${lab_flatpak_runtime}/${arch}/1
sdk=${lab_flatpak_runtime}/${arch}/1
command=/usr/bin/bash

END
    cat
  } >"${1}/${2}/metadata"
}

main() {
  if [ -e "${lab_flatpak_repository}/config" ]; then
    return 0
  fi
  arch=$(flatpak --default-arch)
  work=${lab_state}/flatpak/work
  rm -rf "${work}"
  mkdir -p "${work}"
  build_runtime "${work}"
  build_application "${work}" "${lab_flatpak_ide}" <<'END'
[Context]
shared=network;
filesystems=home;

[Session Bus Policy]
org.freedesktop.Flatpak=talk
END
  build_application "${work}" "${lab_flatpak_closed}" <<'END'
[Context]
shared=network;
END
  {
    flatpak build-export --disable-sandbox --runtime "${work}/repository" "${work}/runtime" 1 &&
      flatpak build-export --disable-sandbox "${work}/repository" "${work}/${lab_flatpak_ide}" 1 &&
      flatpak build-export --disable-sandbox "${work}/repository" "${work}/${lab_flatpak_closed}" 1 &&
      flatpak build-update-repo "${work}/repository"
  } >>"${work}/log" 2>&1 || {
    tail -n 20 "${work}/log" >&2
    die 69 "the Flatpak repository cannot be built; its log: ${work}/log"
  }
  chmod -R a+rX "${work}/repository"
  mv "${work}/repository" "${lab_flatpak_repository}"
  rm -rf "${work}"
}

main "$@"
