// SPDX-License-Identifier: Apache-2.0
// Makes the images ones that no earlier run has built, under a name that no other run has.
def run = UUID.randomUUID().toString()
new File(basedir, 'data/run').text = run
new File(basedir, 'image/Containerfile') << "LABEL run=${run}\n"
new File(basedir, 'tagged.properties').text = "invowk.cmd = greet --loud Maven\ninvowk.tag = localhost/invowk-it-${run}:1\n"
return true
