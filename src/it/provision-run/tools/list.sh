#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # a variable of the image
printf '%s %s\n' "$0" "${FROM_CONTAINERFILE}" "$@"
find . -type f | sort
