# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh
# What a process of a shell takes that does nothing.
:
