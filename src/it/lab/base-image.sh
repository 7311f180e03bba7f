#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# base-image.sh - builds the file system of the base image from Debian packages, once, as a tar file.
#
# usage:  base-image.sh
#
# It has what the public image debian:stable-slim has and nothing more: a test that needs, say, ps would fail elsewhere.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"

# Builds the tree in directory $1.
build_tree() {
  codename=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)
  say "building ${lab_image} from Debian ${codename} (one or two minutes, once)"
  debootstrap --variant=minbase "${codename}" "${1}/tree" >"${1}/log" 2>&1 || {
    tail -n 20 "${1}/log" >&2
    die 69 "debootstrap failed; its log: ${1}/log"
  }
  rm -rf "${1}"/tree/usr/share/doc/* "${1}"/tree/usr/share/man/* "${1}"/tree/usr/share/locale/* \
    "${1}"/tree/var/cache/apt/* "${1}"/tree/var/lib/apt/lists/* "${1}"/tree/var/log/*
}

main() {
  if [ -e "${lab_image_tar}" ]; then
    return 0
  fi
  work=${lab_state}/base-image
  rm -rf "${work}"
  mkdir -p "${work}"
  build_tree "${work}"
  tar -C "${work}/tree" --numeric-owner --exclude='./dev/*' -cf "${work}/tar" .
  chmod 644 "${work}/tar"
  mv "${work}/tar" "${lab_image_tar}"
  rm -rf "${work}"
}

main "$@"
