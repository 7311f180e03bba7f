#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
echo "lints in ${PWD##*/}" >>../ran
