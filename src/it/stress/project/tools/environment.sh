# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # variables come from the environment
# Tells the variables of the file, of the command, of the implementation, and of this run.
printf '%s\n' "${AT_FILE}" "${AT_COMMAND}" "${AT_IMPLEMENTATION}" "${LEVEL}" "${ODD}" "${RUN}"
