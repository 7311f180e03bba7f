# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # variables come from the environment
# Tells the words, the named arguments and the flag.
printf 'words: %s\n' "$#"
printf '<%s>\n' "$@"
printf 'target: <%s>, level: <%s>, files: %s, last: <%s>\n' \
  "${INVOWK_ARG_TARGET}" "${INVOWK_FLAG_LEVEL}" "${INVOWK_ARG_FILES_COUNT}" "${INVOWK_ARG_FILES_3}"
