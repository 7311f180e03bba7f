#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# apt.sh - installs Debian packages; sourced by the lab's scripts after settings.sh, does nothing itself.

# Installs the packages $*, removes none, starts no services, and says nothing unless it fails.
# Status: 0, 69 when the archive cannot provide them.
apt_install() (
  apt_log=$(mktemp)
  apt_policy=''
  trap 'rm -f "${apt_log}" ${apt_policy}' EXIT
  trap 'exit 129' HUP
  trap 'exit 130' INT
  trap 'exit 143' TERM
  # Debian asks this file before it starts a service: the lab starts its own. One that is there already is left alone.
  if [ ! -e /usr/sbin/policy-rc.d ]; then
    apt_policy=/usr/sbin/policy-rc.d
    printf '#!/bin/sh\nexit 101\n' >"${apt_policy}"
    chmod 755 "${apt_policy}"
  fi
  say "installing packages: $*"
  DEBIAN_FRONTEND=noninteractive
  export DEBIAN_FRONTEND
  apt-get install --yes --no-install-recommends --no-remove "$@" >"${apt_log}" 2>&1 </dev/null || {
    cat "${apt_log}" >&2
    die 69 "these packages cannot be installed: $*"
  }
)
