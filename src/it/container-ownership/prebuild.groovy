// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files
import java.nio.file.attribute.PosixFilePermissions

def secret = new File(basedir, 'private.txt')
secret.text = 'only for the caller\n'
Files.setPosixFilePermissions(secret.toPath(), PosixFilePermissions.fromString('rw-------'))
return true
