#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables come from the environment
# Reads and writes files of the project, and adds the text $1; run from its place in the project.
set -e
cat data/input.txt >"out/${RUN}"
printf '%s\n' "$1" >>"out/${RUN}"
printf 'mine\n' >"${HOME}/written"
printf '%s %s\n' "$0" "${PWD}"
cat "${HOME}/written"
