# SPDX-License-Identifier: Apache-2.0
# Counts the lines of the data, and says where it runs.
wc -l <data/input.txt >count.txt
echo "$0" >>count.txt
