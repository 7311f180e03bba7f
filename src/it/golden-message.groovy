// SPDX-License-Identifier: Apache-2.0
// Asserts that the build log holds the text of message.golden as one block, the way a user reads it: without Maven's
// level prefix, with the project's directory as $DIR. <any> stands for a part of a line that another program words.
import java.util.regex.Pattern

def log = new File(basedir, 'build.log').readLines('UTF-8')
        .collect { it.replaceFirst(/^\[(ERROR|WARNING|INFO)\] ?/, '').replaceAll(/\s+$/, '') }
        .join('\n')
        .replace(basedir.canonicalPath, '$DIR')
def golden = new File(basedir, 'message.golden').getText('UTF-8').trim()
assert golden : 'message.golden is empty'
def pattern = golden.split('<any>', -1).collect { Pattern.quote(it) }.join('[^\\n]*')
assert Pattern.compile(pattern).matcher(log).find() : "expected in the log:\n${golden}\n\nthe log:\n${log}"
assert !log.contains('\tat io.invowk') : 'a stack trace for a mistake of the user'
return true
