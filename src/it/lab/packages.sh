#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# packages.sh - installs the Debian packages that the lab needs and this machine does not have.
#
# usage:  packages.sh podman    podman and a JDK
#         packages.sh all       docker and the programs that tests call, too
# exit:   0 all there, 69 the archive cannot provide them
#
# A program that is already there counts, wherever it came from: docker-ce, for example, would otherwise be replaced.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
# shellcheck source=src/it/lab/settings.sh
. "${here}/settings.sh"

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

# Keeps the services of newly installed packages from being started: the lab starts its own.
# Debian asks this file before it starts a service; one that is there already is left alone.
forbid_service_starts() {
  policy=/usr/sbin/policy-rc.d
  [ ! -e "${policy}" ] || return 0
  trap 'rm -f "${log}" "${policy}"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"${policy}"
  chmod 755 "${policy}"
}

# Runs a command whose output matters only when it fails.
run_quietly() {
  "$@" >"${log}" 2>&1 </dev/null || {
    cat "${log}" >&2
    die 69 "this failed: $*"
  }
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
  say "installing packages: $*"
  log=$(mktemp)
  trap 'rm -f "${log}"' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  forbid_service_starts
  export DEBIAN_FRONTEND=noninteractive
  run_quietly apt-get update
  run_quietly apt-get install --yes --no-install-recommends --no-remove "$@"
}

main "$@"
