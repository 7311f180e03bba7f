// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').readLines() == [
        'target=a b format=zip',
        'count=0 first=none second=none all=',
        'argc=1 arg1=a b words=1 last=none',
        'target=x y format=second',
        "count=3 first=one second=two words all=one two words it's",
        "argc=5 arg1=x y words=5 last=it's",
]
