# SPDX-License-Identifier: Apache-2.0
# The verb run with a real container engine.
load helper

@test "exit statuses go through" {
  for code in 0 1 42 64 69 75 125 126 127 137 143; do
    run_it -- sh -c "exit ${code}"
    same "${status} $(report outcome) $(report exit_status)" "${code} exited ${code}"
  done
}

@test "a command that does not exist is 127, one that cannot be executed 126" {
  run_it -- no-such-command
  same "${status} $(report outcome)" '127 exited'
  run_it -- /etc/passwd
  same "${status} $(report outcome)" '126 exited'
}

@test "stdin, stdout and stderr: apart, byte for byte" {
  head -c 3000000 /dev/urandom >in
  status=0
  engine run --engine "${test_engine}" --image "${image}" -- sh -c 'tee /dev/stderr' <in >out 2>err || status=$?
  [ "${status}" -eq 0 ]
  same "$(cksum <out)" "$(cksum <in)"
  same "$(cksum <err)" "$(cksum <in)"
}

@test "files belong to the caller, whatever the image's user; private files can be read" {
  printf 'secret\n' >"${workspace}/private"
  chmod 600 "${workspace}/private"
  run_it -- sh -c 'cat private; mkdir -p d/e; touch d/e/f; id -u'
  same "${output}" "secret
$(id -u)"
  same "$(stat -c %u:%g "${workspace}/d/e/f")" "$(id -u):$(id -g)"
  rm -r "${workspace}/d"
}

@test "HOME can be written to, PATH is the image's" {
  run_it -- sh -c 'touch "${HOME}/x" && printf "%s\n" "${PATH}"'
  [ "${status}" -eq 0 ]
  contains "${output}" /usr/sbin
}

@test "the environment comes through whole, and is on no command line of this machine" {
  printf "export SECRET='%s'\nexport UID='12'\nexport PPID='13'\n" "hunter2 it'\\''s
\"q\" \$x \\ é" >env
  mkfifo "${workspace}/go"
  run_it --env-file env -- sh -c 'printf "%s" "${SECRET}" >secret; exec 3<>go; printf "ready\n" >&3; exec sleep 1' &
  read -r _ <"${workspace}/go"
  # a bracket keeps grep from finding itself
  cat /proc/[0-9]*/cmdline 2>/dev/null | tr '\0' '\n' | grep -c 'hunter[2]' >during || :
  wait
  same "$(cat during)" 0
  same "$(cat "${workspace}/secret")" "hunter2 it's
\"q\" \$x \\ é"
}

@test "a working directory that is missing is an error, and is not made" {
  run_it --workdir /workspace/none -- true
  same "${status} $(report outcome) $(report cause)" '70 not-started start-failed'
  contains "$(report error)" /workspace/none
  [ ! -e "${workspace}/none" ]
}

@test "a script that is mounted cannot be changed" {
  printf 'printf "%%s\\n" "$0 $*"; printf x 2>/dev/null >"$0" || printf "read-only\\n"\n' >'my script.sh'
  run_it --script 'my script.sh' -- sh '/run/invowk/script/my script.sh' 'a b'
  same "${output}" '/run/invowk/script/my script.sh a b
read-only'
}

@test "paths with blanks, quotes, colons, leading dashes and other letters" {
  for name in 'a b' "it's \"q\"" 'a:b' '-dash' 'grüße'; do
    workspace=${BATS_TEST_TMPDIR}/${name}
    mkdir "${workspace}"
    printf '%s' "${name}" >"${workspace}/f"
    run_it -- cat f
    same "${status} ${output}" "0 ${name}"
  done
}

@test "volumes: a directory with options, and a named one" {
  mkdir data
  printf 'd\n' >data/f
  run_it --volume "${BATS_TEST_TMPDIR}/data:/data:ro" -- sh -c 'cat /data/f; touch /data/g 2>/dev/null || printf "read-only\n"'
  same "${output}" 'd
read-only'
  volume=invowk-test-${session}
  run_it --volume "${volume}:/data" -- sh -c 'printf "kept\n" >/data/f'
  same "${status} ${stderr}" '0 '
  run_it --volume "${volume}:/data:ro" -- cat /data/f
  "${test_engine}" volume rm "${volume}" >/dev/null
  same "${output}" kept
}

@test "a volume whose directory does not exist is an error with both engines" {
  run_it --volume "${BATS_TEST_TMPDIR}/none:/data" -- true
  same "${status} $(report outcome) $(report cause)" '70 not-started start-failed'
  [ ! -e none ]
}

# The work directory of the last run, which its container is named after, is gone.
no_work_directory() {
  local name
  name=$(report container_name)
  [ -n "${name}" ]
  [ ! -e "${XDG_RUNTIME_DIR}/invowk/run.${name#"invowk-${session}-"}" ]
}

@test "an image's own entrypoint is not in the way" {
  mkdir ctx
  printf 'FROM %s\nENTRYPOINT ["/bin/echo", "entry"]\nCMD ["default"]\n' "${image}" >ctx/Containerfile
  run_engine run --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag invowk-test-entry:1 \
    --session "${session}" -- cat /proc/sys/kernel/ostype
  same "${status} ${output}" '0 Linux'
}

# Prints a port of this machine that nobody listens on.
free_port() {
  local port
  for ((port = 20000 + $$ % 20000; ; port++)); do
    ! (: <"/dev/tcp/127.0.0.1/${port}") 2>/dev/null || continue
    printf '%s\n' "${port}"
    return 0
  done
}

@test "a port that is published can be reached" {
  local port server
  port=$(free_port)
  # shellcheck disable=SC2016 # perl's
  start_command --port "127.0.0.1:${port}:8080" -- perl -e 'use IO::Socket::INET;
    my $server = IO::Socket::INET->new(LocalPort => 8080, Listen => 1, ReuseAddr => 1) or die; open my $ready, ">", "ready"; close $ready;
    while (my $client = $server->accept) { print $client "hello\n"; if (<$client>) { exit 3 } }'
  await_ready
  exec {server}<>"/dev/tcp/127.0.0.1/${port}"
  read -r line <&"${server}"
  printf 'bye\n' >&"${server}"
  exec {server}>&-
  await_job
  same "${line} ${status}" 'hello 3'
}

@test "an image for another processor: an error that says so, with its cure" {
  mkdir ctx
  # the head of an ELF file for aarch64 (System V gABI 4.1: e_machine 183)
  printf '\177ELF\2\1\1\0\0\0\0\0\0\0\0\0\2\0\267\0\1\0\0\0' >ctx/sh
  chmod 755 ctx/sh
  printf 'FROM scratch\nCOPY sh /bin/sh\n' >ctx/Containerfile
  run_engine run --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag invowk-test-foreign:1 \
    --session "${session}" --report report -- true
  same "${status} $(report outcome) $(report cause) $(report tries)" '70 not-started start-failed 1'
  contains "$(report error)" 'for another processor'
  contains "$(report cure)" "an image for this machine's processor"
}

@test "user image: the launcher works for any uid" {
  mkdir ctx
  printf 'FROM %s\nUSER 1234:1234\n' "${image}" >ctx/Containerfile
  image=invowk-test-user:1
  run_engine run --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag "${image}" --user image \
    --session "${session}" --report report -- sh -c 'id -u; touch "${HOME}/x"'
  same "${status} ${output}" '0 1234'
  no_work_directory
}

@test "user caller: an image's own user does not win" {
  mkdir ctx
  printf 'FROM %s\nUSER 1234:1234\n' "${image}" >ctx/Containerfile
  run_engine run --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag invowk-test-user:1 \
    --workspace "${workspace}" --session "${session}" --report report -- sh -c 'id -u; touch f'
  same "${status} ${output}" "0 $(id -u)"
}

@test "a home directory that is missing, or that the user cannot write to, is replaced" {
  mkdir ctx
  printf 'FROM %s\nRUN printf "dev:x:1234:1234::/home/dev:/bin/sh\\n" >>/etc/passwd\nUSER dev\n' "${image}" >ctx/missing
  printf 'FROM %s\nENV HOME=/usr\nUSER 1234\n' "${image}" >ctx/foreign
  for home in missing foreign; do
    for user in caller image; do
      run_engine run --engine "${test_engine}" --containerfile "ctx/${home}" --context ctx --tag "invowk-test-${home}-home:1" \
        --user "${user}" --session "${session}" --report report -- sh -c 'cd "${HOME}" && printf "mine\n" >x && cat x'
      same "${home} ${user} ${status} ${output}" "${home} ${user} 0 mine"
    done
  done
}

# An engine whose containers all have a root file system that is read-only, as an administrator can have it.
make_read_only_engine() {
  mkdir read-only
  cat >"read-only/${test_engine}" <<END
#!/bin/sh
case \$1 in
  run | create)
    verb=\$1
    shift
    set -- "\${verb}" --read-only "\$@"
    ;;
esac
exec $(command -v "${test_engine}") "\$@"
END
  chmod 755 "read-only/${test_engine}"
}

@test "a root file system that is read-only: the project and HOME can be written to" {
  make_read_only_engine
  printf 'export A=b\n' >env
  printf 'cd "${HOME}" && touch x && ! touch /x 2>/dev/null && printf "%%s\n" "${A}" >/workspace/made\n' >script
  run_engine run --engine "${BATS_TEST_TMPDIR}/read-only/${test_engine}" --image "${image}" --workspace "${workspace}" \
    --session "${session}" --env-file env --script script -- sh /run/invowk/script/script
  same "${status} ${stderr}" '0 '
  same "$(cat "${workspace}/made")" b
}

@test "an image is built when its tag is missing, once, by many at a time" {
  mkdir ctx
  printf 'FROM %s\nRUN printf built >/mark\n' "${image}" >ctx/Containerfile
  tag=invowk-test-build:${session}
  for number in 1 2 3 4 5; do
    engine run --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag "${tag}" --session "${session}" \
      --report "report.${number}" -- cat /mark >"out.${number}" 2>"err.${number}" &
  done
  wait
  for number in 1 2 3 4 5; do same "$(cat "out.${number}") $(complaints "err.${number}")" 'built '; done
  same "$(grep -l image_action=built report.* | wc -l)" 1
  "${test_engine}" rmi "${tag}" >/dev/null
}

# Ends other_calls, when a test fails, too.
teardown() {
  : >"${BATS_TEST_TMPDIR}/stop"
}

# Other podman calls of the user, again and again until the file "stop" is there.
other_calls() {
  while [ ! -e stop ]; do
    podman image exists no-such-image || :
  done
}

@test "first runs of images beside other calls leave podman's storage usable" {
  [ "${test_engine}" = podman ] || skip 'about podman'
  mkdir ctx
  other_calls 3>&- &
  other_calls 3>&- &
  local round number
  for round in 1 2 3 4 5 6; do
    printf 'FROM %s\nRUN printf %s >/mark\n' "${image}" "${round}" >ctx/Containerfile
    tag=invowk-test-storage:${session}-${round}
    for number in 1 2 3 4; do
      engine run --engine podman --containerfile ctx/Containerfile --context ctx --tag "${tag}" -- cat /mark \
        >"out.${number}" 2>"err.${number}" &
      jobs[number]=$!
    done
    wait "${jobs[@]}"
    for number in 1 2 3 4; do same "$(cat "out.${number}") $(complaints "err.${number}")" "${round} "; done
    podman rmi "${tag}" >/dev/null
  done
  : >stop
  wait
}

@test "a build that fails shows why" {
  mkdir ctx
  printf 'FROM %s\nRUN printf "this is why\\n" && exit 7\n' "${image}" >ctx/Containerfile
  run_engine run --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag invowk-test-fails:1 \
    --session "${session}" --report report -- true
  same "${status} $(report outcome) $(report cause)" '69 not-started build-failed'
  contains "${stderr}" 'this is why'
  same "${output}" ''
}

@test "an image that is nowhere" {
  image=localhost/invowk-no-such-image:1
  run_it -- true
  same "${status} $(report outcome) $(report cause)" '69 not-started image-not-found'
}

# Builds an image that has programs, bash among them, and no /bin/sh.
build_without_shell() {
  mkdir ctx
  printf 'FROM %s\nRUN rm /bin/sh\n' "${image}" >ctx/Containerfile
  image=invowk-test-no-shell:${session}
  run_engine image --engine "${test_engine}" --containerfile ctx/Containerfile --context ctx --tag "${image}" --session "${session}"
  same "${status}" 0
}

@test "an image without a shell: environment, streams, status, files and user are as in others" {
  build_without_shell
  mkdir "${workspace}/sub"
  printf 'in\n' >in
  printf "export A='it'\\\\''s \"q\" \$x'\nexport B=''\n" >env
  run_it -- bash -c 'exit 3' <in
  same "${status} $(report outcome)" '70 not-started'
  contains "$(report error)" 'run it once more'
  # shellcheck disable=SC2016 # for the container's shell
  run_it --env-file env --workdir /workspace/sub -- bash -c 'cat; printf "%s,%s,%s\n" "${A}" "${B-unset}" "$(id -u)"
    printf "err\n" >&2; touch "${HOME}/x" made; exit 7' <in
  same "${status} ${stderr} $(report outcome) $(report tries)" '7 err exited 1'
  same "${output}" "in
it's \"q\" \$x,,$(id -u)"
  same "$(stat -c %u "${workspace}/sub/made")" "$(id -u)"
  run_it -- bash -c 'exit 125'
  same "${status} $(report outcome)" '125 exited'
  same "$(containers)" ''
}

@test "an image without a shell: a signal reaches the command" {
  build_without_shell
  # shellcheck disable=SC2016
  start_command -- bash -c 'trap "touch ended; exit 3" TERM; touch ready; while :; do sleep 0.1; done'
  await_ready
  kill -s TERM "${job}"
  await_job
  same "${status} $(report outcome)" '143 interrupted'
  [ -e "${workspace}/ended" ]
  same "$(containers)" ''
}

@test "an image without a shell: what it cannot do is an error, and nothing runs" {
  build_without_shell
  run_it -- sh -c true
  same "${status} $(report outcome) $(report cause)" '70 not-started start-failed'
  contains "$(report error)" 'the image has no /bin/sh: '
  run_it -- nonesuch
  same "${status} $(report outcome) $(report cause) $(report tries)" '70 not-started start-failed 1'
  contains "$(report error)" 'the image has no nonesuch: '
  run_it --workdir /workspace/none -- bash -c 'touch /workspace/ran'
  same "$(report error)" 'the working directory does not exist: /workspace/none'
  printf "export A='b'\nexport LINES='c\nd'\n" >env
  run_it --env-file env -- bash -c 'touch ran'
  same "${status} $(report error)" '70 the image has no shell, and its engine can pass no variable of more than one line: LINES'
  same "$(ls "${workspace}")$(containers)" ''
}

# Runs $1 containers at a time; each writes its own output and has its own status.
at_a_time() {
  local number
  for ((number = 1; number <= $1; number++)); do
    {
      status=0
      engine run --engine "${test_engine}" --image "${image}" --workspace "${workspace}" --session "${session}" -- \
        sh -c "printf 'out %s' ${number}; printf 'err %s' ${number} >&2; exit ${number}" >"out.${number}" 2>"err.${number}" || status=$?
      printf '%s' "${status}" >"status.${number}"
    } &
  done
  wait
  for ((number = 1; number <= $1; number++)); do
    same "$(cat "out.${number}") $(complaints "err.${number}") $(cat "status.${number}")" "out ${number} err ${number} ${number}"
  done
  same "$(containers)" ''
}

@test "twenty at a time" {
  at_a_time 20
}

@test "forty at a time" {
  at_a_time 40
}

@test "the copy of an image is made before its first start, and is the one that podman uses" {
  grep -qs -x mode=podman-rootless <(engine locate --engine "${test_engine}") || skip 'only rootless podman copies images'
  mkdir ctx
  printf 'FROM %s\nRUN printf x >/mark\n' "${image}" >ctx/Containerfile
  tag=invowk-test-copy:${session}
  # the image by its id, then by its name
  image=$(podman build --quiet --tag "${tag}" ctx)
  list=$(podman info --format '{{.Store.GraphRoot}}')/overlay-images/images.json
  copies=$(grep -o '"mapped-layers"' "${list}" | wc -l)
  run_it -- true
  compgen -G "${XDG_RUNTIME_DIR}/invowk/copied.${image}*"
  same "${status} $(grep -o '"mapped-layers"' "${list}" | wc -l)" "0 $((copies + 1))"
  image=${tag}
  run_it -- true
  same "${status} $(grep -o '"mapped-layers"' "${list}" | wc -l)" "0 $((copies + 1))"
  podman rmi "${tag}" >/dev/null
}

@test "nothing is left behind" {
  run_it -- sh -c 'mkdir -p "${HOME}/a/b"; touch "${HOME}/a/b/c"; chmod -R a-w "${HOME}/a"'
  [ "${status}" -eq 0 ]
  same "${stderr}" ''
  same "$(containers)" ''
  no_work_directory
}
