# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # variables come from the environment
# Uses what the containerfile has added: a variable and a program.
flavour "${FLAVOUR}"
