// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files

def caller = Files.getOwner(basedir.toPath())
['out', 'out/deep', 'out/deep/file', 'out/copy'].each {
    assert Files.getOwner(new File(basedir, it).toPath()) == caller
}
assert new File(basedir, 'out/copy').text == 'only for the caller\n'
assert new File(basedir, 'out').deleteDir()
