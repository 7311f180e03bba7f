// SPDX-License-Identifier: Apache-2.0
// Makes the image one that no earlier run has built.
new File(basedir, 'Containerfile') << "LABEL run=${UUID.randomUUID()}\n"
return true
