# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# Strings that are built, taken apart and told apart by patterns.
i=0
path=
known=0
while [ "${i}" -lt 30000 ]; do
  path=${path}/part${i}.txt
  name=${path##*/}
  case ${name} in
    *[05].txt) known=$((known + ${#name})) ;;
    part*9.txt) path=${path%/*} ;;
    *) ;;
  esac
  if [ "${#path}" -gt 800 ]; then
    path="${path#/*/}"
    path="${path%/*/*/*/*/*/*/*/*}"
  fi
  i=$((i + 1))
done
printf '%s %s\n' "${known}" "${path}"
