#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# profile.sh - what the user's login on the console does: runs the program "run" of the second disk, a tar file, and ends the machine.
if [ "$(tty)" = /dev/ttyS0 ]; then
  sudo mkdir -p /lab
  sudo tar -xf /dev/vdb -C /lab
  stty -onlcr
  printf '=== begin, after %s s\n' "$(cut -d ' ' -f 1 /proc/uptime)"
  status=0
  sh /lab/run || status=$?
  printf '=== end %s, after %s s\n' "${status}" "$(cut -d ' ' -f 1 /proc/uptime)"
  sudo systemctl poweroff --force --force
fi
