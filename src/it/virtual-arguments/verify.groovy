// SPDX-License-Identifier: Apache-2.0
assert new File(basedir, 'out.txt').readLines() == [
        'target=a b format=zip level=3 dry=false',
        'count=0 first=none second=none all=',
        'argc=1 arg1=a b words=1',
        'target=x y format=second level=7 dry=true',
        'count=3 first=one second=two words all=one two words three',
        'argc=5 arg1=x y words=5',
]
