// SPDX-License-Identifier: Apache-2.0
// Makes the image of all modules one that no earlier run has built.
def run = UUID.randomUUID()
(0..9).each { new File(basedir, "m${it}/Containerfile") << "LABEL run=${run}\n" }
return true
