# SPDX-License-Identifier: Apache-2.0
# Run by the interpreter that the invkfile names.
echo "$0" >file.txt
