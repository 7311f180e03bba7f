def log = new File(basedir, 'build.log').text
assert log.contains('  greet - Say hello [virtual*] (linux, macos, windows)')
assert log.contains('greet - Say hello [virtual*]')
assert log.contains('runtime: virtual')
