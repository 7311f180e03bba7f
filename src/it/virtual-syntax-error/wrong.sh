#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
touch ran
if true; done
