#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A tool that the base image lacks.
printf '%s\n' "$*" | tr '[:lower:]' '[:upper:]'
