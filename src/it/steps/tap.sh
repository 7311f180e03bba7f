#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# tap.sh - counts what bats says; sourced by the steps, does nothing itself.

# Prints how many tests of the TAP file $1 passed, failed, were skipped.
count_tap() {
  awk '/^ok .* # skip/ { skipped++; next } /^ok / { passed++ } /^not ok / { failed++ }
    END { print passed + 0, failed + 0, skipped + 0 }' "${1}"
}
