#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# settings.sh - names and places of the machine with SELinux; sourced by its scripts after the lab's settings.sh and apt.sh.
# shellcheck disable=SC2034,SC2154 # used by the scripts that source this file; lab_state is the lab's

# what is kept: the kernel, its first file system, the disk, and the checksum of what they were built from
machine=${lab_state}/selinux
machine_kernel=${machine}/vmlinuz
machine_initrd=${machine}/initrd.gz
machine_disk=${machine}/disk
machine_inputs=${machine}/inputs

# the user in it, who has sudo without a password, and the image that this user's podman gets
machine_user=dev
machine_image=/opt/image.tar

# Prints a checksum of all that the machine is built from; ${here} is this directory.
inputs() {
  cat -- "${here}"/build "${here}"/*.sh "${here}"/machine/* | cksum
}
