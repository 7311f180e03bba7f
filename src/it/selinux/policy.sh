#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# policy.sh - adds the rules for containers to the machine's SELinux policy.
#
# usage:  policy.sh DIRECTORY     after root.sh
# exit:   0, 69 the policy cannot be built
#
# Debian's policy has no module for containers, but the package with its source does, and that one fits. Two small modules of
# our own add what Fedora's policy has beyond it and containers need.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here%/*}/lab/settings.sh"
# shellcheck source=src/it/selinux/settings.sh
. "${here}/settings.sh"

build_policy() {
  tar -C "${directory}/policy" -xf "${directory}/policy/usr/src/selinux-policy-src.tar.zst"
  mkdir "${root}/root/policy"
  cp "${directory}"/policy/selinux-policy-src/policy/modules/services/container.te \
    "${directory}"/policy/selinux-policy-src/policy/modules/services/container.fc "${root}/root/policy/"
  cp "${here}/machine/policy.te" "${root}/root/policy/invowklab.te"
  cp "${here}/machine/range.cil" "${root}/root/policy/"
  chroot "${root}" make -C /root/policy -f /usr/share/selinux/devel/Makefile container.pp invowklab.pp
  chroot "${root}" semodule -i /root/policy/container.pp -i /root/policy/invowklab.pp -i /root/policy/range.cil
  chroot "${root}" semanage login -a -s unconfined_u -r s0 "${machine_user}"
}

main() {
  directory=${1}
  root=${directory}/root
  build_policy >"${directory}/log" 2>&1 || {
    tail -n 20 "${directory}/log" >&2
    die 69 "the machine's SELinux policy cannot be built"
  }
}

main "$@"
