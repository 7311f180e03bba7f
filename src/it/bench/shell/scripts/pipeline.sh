# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # the variables come from outside
# Utilities that stream: a text of 10 MB, "${long_text}", ${times} times.
i=0
while [ "${i}" -lt "${times}" ]; do
  cat "${long_text}"
  i=$((i + 1))
done | tr '[:lower:]' '[:upper:]' | grep -v ERROR | cut -d ' ' -f 2,4 | wc
