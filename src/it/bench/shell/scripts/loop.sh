# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# A loop with arithmetic: 300,000 rounds.
i=0
sum=0
while [ "${i}" -lt 300000 ]; do
  sum=$(((sum + i * 3) % 1000003))
  i=$((i + 1))
done
printf '%s\n' "${sum}"
