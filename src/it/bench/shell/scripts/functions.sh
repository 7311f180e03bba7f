# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# Functions with arguments and an exit status: 10,000 calls.
add() {
  sum=$(((sum + $1 * $2) % 1000003))
  return "$((sum % 2))"
}

i=0
sum=0
odd=0
while [ "${i}" -lt 10000 ]; do
  add "${i}" 7 || odd=$((odd + 1))
  i=$((i + 1))
done
printf '%s %s\n' "${sum}" "${odd}"
