# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # the variables come from outside
# A text of 1 MB, "${short_text}", line by line.
lines=0
length=0
while read -r first rest; do
  lines=$((lines + 1))
  length=$((length + ${#first} + ${#rest}))
done <"${short_text}"
printf '%s %s\n' "${lines}" "${length}"
