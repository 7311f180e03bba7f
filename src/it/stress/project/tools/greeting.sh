# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # variables come from the environment
# A container of Debian, in which neither the host's name ($1) nor its file ($2) is known.
# shellcheck source=/dev/null
. /etc/os-release
read -r name </proc/sys/kernel/hostname
printf 'hello from %s\n' "${ID}"
[ "${name}" = "$1" ] || printf 'the host has another name\n'
[ -e "$2" ] || printf 'the host has other files\n'
