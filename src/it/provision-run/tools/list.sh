#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
printf '%s %s\n' "$0" "$FROM_CONTAINERFILE" "$@"
find . -type f | sort
