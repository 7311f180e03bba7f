#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# disk.sh - labels the machine's file system and makes its disk, its kernel and its first file system.
#
# usage:  disk.sh DIRECTORY     after policy.sh
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here%/*}/lab/settings.sh"
# shellcheck source=src/it/selinux/settings.sh
. "${here}/settings.sh"

# Without SELinux here a label is an extended attribute like any other.
label_files() {
  setfiles -F -r "${root}" "${root}/etc/selinux/default/contexts/files/file_contexts" "${root}"
}

make_disk() {
  truncate -s 4G "${machine_disk}.new"
  mke2fs -q -t ext4 -d "${root}" -F "${machine_disk}.new"
  mv "${machine_disk}.new" "${machine_disk}"
}

# Its drivers are inserted in the order of the list: modprobe names those first that others need.
make_initrd() {
  tree=${directory}/initrd
  mkdir -p "${tree}/bin" "${tree}/modules" "${tree}/proc" "${tree}/dev" "${tree}/new"
  cp "${root}/bin/busybox" "${tree}/bin/"
  ln -s busybox "${tree}/bin/sh"
  cp "${here}/machine/init" "${tree}/init"
  chmod 755 "${tree}/init"
  version=$(ls "${root}/lib/modules")
  for driver in virtio_pci virtio_blk; do
    chroot "${root}" modprobe --show-depends --set-version "${version}" "${driver}"
  done | while read -r _ file; do
    if [ ! -e "${tree}/modules/${file##*/}" ]; then
      cp "${root}${file}" "${tree}/modules/"
      printf '%s\n' "${file##*/}" >>"${tree}/modules/list"
    fi
  done
  (cd "${tree}" && find . | cpio --quiet -o -H newc | gzip -1) >"${machine_initrd}"
}

main() {
  directory=${1}
  root=${directory}/root
  label_files >"${directory}/log" 2>&1 || {
    tail -n 20 "${directory}/log" >&2
    die 69 "the machine's files cannot be labelled"
  }
  make_disk
  make_initrd
  cp "${directory}"/kernel/boot/vmlinuz-* "${machine_kernel}"
}

main "$@"
