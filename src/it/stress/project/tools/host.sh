# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# Tells which of the host's variables are here.
printf 'wanted: %s, secret: %s\n' "${STRESS_WANTED-absent}" "${STRESS_SECRET-absent}"
