#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# root.sh - builds the machine's file system and gets its kernel.
#
# usage:  unshare --mount root.sh DIRECTORY     makes DIRECTORY/root, DIRECTORY/kernel and DIRECTORY/policy
# exit:   0, 69 a package cannot be had
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here%/*}/lab/settings.sh"
# shellcheck source=src/it/selinux/settings.sh
. "${here}/settings.sh"
certificates=/etc/ssl/certs/ca-certificates.crt

packages() {
  cat <<'END'
systemd systemd-sysv dbus dbus-user-session libpam-systemd kmod procps sudo
podman crun uidmap catatonit busybox-static
selinux-policy-default selinux-policy-dev selinux-utils policycoreutils checkpolicy semodule-utils
END
}

# Units without a task here; under emulation each costs seconds of the start.
masked_units() {
  cat <<'END'
serial-getty@ttyS0.service getty@tty1.service apt-daily.service apt-daily-upgrade.service e2scrub_reap.service
selinux-autorelabel.service podman.service podman-auto-update.service podman-restart.service
modprobe@configfs.service modprobe@dm_mod.service modprobe@drm.service modprobe@efi_pstore.service modprobe@loop.service
kmod-static-nodes.service systemd-sysusers.service systemd-binfmt.service systemd-pcrphase.service
systemd-pcrphase-sysinit.service systemd-update-utmp.service systemd-update-utmp-runlevel.service
systemd-random-seed.service systemd-firstboot.service systemd-timesyncd.service
apt-daily.timer apt-daily-upgrade.timer e2scrub_all.timer dpkg-db-backup.timer fstrim.timer podman-auto-update.timer
systemd-tmpfiles-clean.timer podman.socket dev-hugepages.mount dev-mqueue.mount sys-kernel-debug.mount
sys-kernel-tracing.mount sys-kernel-config.mount proc-sys-fs-binfmt_misc.automount
END
}

# Runs a command in the new root.
inside() {
  chroot "${root}" "$@"
}

# The packages come from where this machine's own come from. How to get there may be a secret: it does not stay.
# What is mounted is so for this process and its children only.
install_packages() {
  cp -L /etc/resolv.conf /etc/hosts "${root}/etc/"
  rm -rf "${root}/etc/apt"
  cp -a /etc/apt "${root}/etc/"
  mkdir -p "${root}/usr/share/keyrings" "${root}/etc/ssl/certs"
  cp -a /usr/share/keyrings/. "${root}/usr/share/keyrings/"
  [ ! -e "${certificates}" ] || cp "${certificates}" "${root}/etc/ssl/certs/"
  printf '#!/bin/sh\nexit 101\n' >"${root}/usr/sbin/policy-rc.d"
  chmod 755 "${root}/usr/sbin/policy-rc.d"
  mount -t proc proc "${root}/proc"
  mount --bind /dev "${root}/dev"
  inside apt-get update -q=2
  # shellcheck disable=SC2046 # a list of words
  DEBIAN_FRONTEND=noninteractive inside apt-get install --yes --no-install-recommends $(packages)
  rm -rf "${root}/etc/apt" "${root}"/var/cache/apt/archives/*.deb "${root}"/var/lib/apt/lists/*
}

# The kernel is not installed, only its files are taken: no boot loader, no initramfs of Debian's.
get_kernel() {
  name=$(apt-cache depends linux-image-cloud-amd64 | sed -n 's/^ *Depends: \(linux-image-.*\)/\1/p')
  mkdir "${directory}/packages"
  (cd "${directory}/packages" && apt-get download -q=2 "${name}" selinux-policy-src)
  dpkg -x "${directory}"/packages/linux-image-*.deb "${directory}/kernel"
  dpkg -x "${directory}"/packages/selinux-policy-src_*.deb "${directory}/policy"
  cp -a "${directory}/kernel/lib/modules" "${root}/lib/"
  inside depmod "$(ls "${directory}/kernel/lib/modules")"
}

configure_system() {
  printf 'selinux\n' >"${root}/etc/hostname"
  printf '127.0.0.1 localhost selinux\n' >"${root}/etc/hosts"
  : >"${root}/etc/resolv.conf"
  printf '/dev/vda / ext4 defaults 0 1\n' >"${root}/etc/fstab"
  sed -i 's/^SELINUX=.*/SELINUX=enforcing/' "${root}/etc/selinux/config"
  printf '[Journal]\nStorage=volatile\n' >"${root}/etc/systemd/journald.conf"
  printf 'overlay\n' >"${root}/etc/modules-load.d/machine.conf"
  units=${root}/etc/systemd/system
  for unit in $(masked_units); do
    ln -sf /dev/null "${units}/${unit}"
  done
  cp "${here}/machine/console.service" "${units}/"
  mkdir -p "${units}/multi-user.target.wants"
  ln -s ../console.service "${units}/multi-user.target.wants/"
  ln -sf /lib/systemd/system/multi-user.target "${units}/default.target"
}

add_user() {
  inside useradd --create-home --uid 1000 --shell /bin/bash "${machine_user}"
  inside passwd --delete "${machine_user}"
  printf '%s:100000:65536\n' "${machine_user}" | tee "${root}/etc/subuid" >"${root}/etc/subgid"
  printf '%s ALL=(ALL) NOPASSWD: ALL\n' "${machine_user}" >"${root}/etc/sudoers.d/${machine_user}"
  chmod 440 "${root}/etc/sudoers.d/${machine_user}"
  cp "${here}/machine/profile.sh" "${root}/home/${machine_user}/.bash_profile"
}

# The directories are there so that they get their labels with all others.
configure_podman() {
  mkdir -p "${root}/etc/containers" "${root}/var/lib/containers/storage"
  printf '[containers]\nnetns = "none"\n[engine]\nevents_logger = "file"\n' >"${root}/etc/containers/containers.conf"
  home=${root}/home/${machine_user}
  storage=${home}/.local/share/containers/storage
  mkdir -p "${home}/.config/containers" "${home}/.cache/containers" "${storage}/overlay" "${storage}/overlay-layers" \
    "${storage}/overlay-images" "${storage}/volumes"
  printf '[storage]\ndriver = "overlay"\n' >"${home}/.config/containers/storage.conf"
  chown -R 1000:1000 "${home}"
}

# A static busybox: an image of a real system takes minutes to be imported under emulation.
make_image() {
  image=${directory}/image
  mkdir -p "${image}/bin" "${image}/etc" "${image}/tmp" "${image}/workspace"
  cp "${root}/bin/busybox" "${image}/bin/"
  for applet in sh cat ls mkdir rmdir; do
    ln -s busybox "${image}/bin/${applet}"
  done
  printf 'root:x:0:0:root:/:/bin/sh\n' >"${image}/etc/passwd"
  tar -C "${image}" --owner=0 --group=0 -cf "${root}${machine_image}" .
}

main() {
  directory=${1}
  root=${directory}/root
  mkdir "${root}"
  tar -C "${root}" -xpf "${lab_image_tar}"
  install_packages >"${directory}/log" 2>&1 || {
    tail -n 20 "${directory}/log" >&2
    die 69 "the machine's packages cannot be installed"
  }
  get_kernel >"${directory}/log" 2>&1 || {
    tail -n 20 "${directory}/log" >&2
    die 69 'there is no kernel for the machine'
  }
  configure_system
  add_user >/dev/null
  configure_podman
  make_image
}

main "$@"
