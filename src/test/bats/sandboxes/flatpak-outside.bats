# SPDX-License-Identifier: Apache-2.0
# The verb run from inside a Flatpak, seen from the host: permissions, limits, and ends. Runs on the host; the lab's applications
# (src/it/lab/flatpak.sh) are started with "flatpak run".
load ../real/helper

ide=io.invowk.lab.Ide
closed=io.invowk.lab.Closed

# Runs the engine in application $1, with the options of flatpak up to "--"; the streams are kept apart. What surrounds the host itself is
# of no interest here.
in_flatpak() {
  local application=$1
  shift
  local options=()
  while [ "$1" != -- ]; do
    options+=("$1")
    shift
  done
  shift
  status=0
  # shellcheck disable=SC2086 # the shell may be two words
  flatpak run --user --command=env "${options[@]}" "${application}" INVOWK_SANDBOX=flatpak ${ENGINE_SHELL:-sh} \
    "${SCRIPTS}/invowk-engine" "$@" </dev/null >"${BATS_TEST_TMPDIR}/out" 2>"${BATS_TEST_TMPDIR}/err" || status=$?
  output=$(cat "${BATS_TEST_TMPDIR}/out")
  stderr=$(cat "${BATS_TEST_TMPDIR}/err")
}

@test "no permission to call the host: the error has the command that gives it, and with that it works" {
  options=(--filesystem=home)
  in_flatpak "${closed}" "${options[@]}" -- locate
  same "${status} ${stderr}" "69 the host: this Flatpak (${closed}) has no permission to call it
invowk-engine: no container engine (engine-unavailable)
invowk-engine: give the permission with \"flatpak override --user --talk-name=org.freedesktop.Flatpak ${closed}\" on the host, and start the application anew"
  in_flatpak "${closed}" "${options[@]}" -- run --image "${image}" --report "${BATS_TEST_TMPDIR}/report" -- true
  same "${status} ${stderr} $(report outcome) $(report cause) $(report sandbox)" '69  not-started engine-unavailable flatpak'
  same "$(report rejected)" "the host: this Flatpak (${closed}) has no permission to call it"
  cure=$(report cure)
  cure=${cure#*\"}
  sh -c "${cure%%\"*}"
  in_flatpak "${closed}" "${options[@]}" -- run --image "${image}" -- sh -c 'exit 7'
  flatpak override --user --reset "${closed}"
  same "${status} ${stderr}" '7 '
}

@test "no home directory: its files are read all the same; a directory is an error that says how to share it, and with that it works" {
  options=(--talk-name=org.freedesktop.Flatpak "--filesystem=${SCRIPTS}")
  in_flatpak "${closed}" "${options[@]}" -- run --image "${image}" -- sh -c 'exit 7'
  same "${status} ${stderr}" '7 '
  in_flatpak "${closed}" "${options[@]}" "--filesystem=${workspace}" -- run --image "${image}" --workspace "${workspace}" -- touch made
  same "${status} ${stderr}" '0 '
  [ -e "${workspace}/made" ]
}

@test "a project that only the sandbox has: the cure is exact" {
  # the same path is another directory on the host
  mkdir -p "${HOME}/invowk-test-project"
  printf 'host\n' >"${HOME}/invowk-test-project/f"
  # shellcheck disable=SC2016 # for the shell in the sandbox
  script='mkdir -p "$1"; printf "sandbox\n" >"$1/f"; exec sh "$2/invowk-engine" run --image "$3" --workspace "$1" --report "$4" -- cat f'
  for grant in none given; do
    options=(--talk-name=org.freedesktop.Flatpak "--filesystem=${SCRIPTS}" "--filesystem=${BATS_TEST_TMPDIR}")
    status=0
    flatpak run --user "${options[@]}" "${closed}" -c "${script}" sh "${HOME}/invowk-test-project" "${SCRIPTS}" "${image}" \
      "${BATS_TEST_TMPDIR}/report" </dev/null >out 2>err || status=$?
    printf '%s' "${status} $(cat out) $(report error)" >"said.${grant}"
    [ "${grant}" = given ] || {
      cure=$(report cure)
      cure=${cure#*\"}
      sh -c "${cure%%\"*}"
    }
  done
  flatpak override --user --reset "${closed}"
  rm -r "${HOME}/invowk-test-project"
  same "$(cat said.none)" "64  the host does not have the directory ${HOME}/invowk-test-project of this Flatpak (${closed})"
  same "$(cat said.given)" '0 sandbox '
}

@test "a directory that the sandbox may only read: the container can write to it, and the user is told" {
  in_flatpak "${ide}" --filesystem=home:ro -- run --image "${image}" --workspace "${workspace}" -- touch made
  same "${status} ${stderr}" "0 invowk-engine: this Flatpak (${ide}) can only read ${workspace}; the container can write to it"
  [ -e "${workspace}/made" ]
}

@test "the host's /tmp, shared by a permission" {
  project=$(mktemp -d /tmp/invowk-test.XXXXXXXXXX)
  printf 'mine\n' >"${project}/f"
  in_flatpak "${ide}" --filesystem=/tmp -- run --image "${image}" --workspace "${project}" -- cat f
  rm -r "${project}"
  same "${status} ${output} ${stderr}" '0 mine '
}

@test "no session bus: the error says so" {
  in_flatpak "${ide}" --no-session-bus -- run --image "${image}" --report "${BATS_TEST_TMPDIR}/report" -- true
  same "${status} $(report cause)" '69 engine-unavailable'
  contains "$(report rejected)" "the host: "
  contains "$(report cure)" "${ide}"
}

@test "an engine that the host does not have: each candidate of the host is listed" {
  in_flatpak "${ide}" -- run --engine nonesuch --engine /nowhere/docker --image "${image}" -- true
  same "${status} ${stderr}" '69 nonesuch: not on PATH
/nowhere/docker: not an executable file
invowk-engine: no container engine (engine-unavailable)'
}

@test "a host that is itself in a container is told of in the report" {
  [ -e /.dockerenv ] || [ -e /run/.containerenv ] || skip 'this machine is no container: nothing to tell'
  flatpak run --user "${ide}" -c 'sh "$@"' sh "${SCRIPTS}/invowk-engine" run --image "${image}" \
    --report "${BATS_TEST_TMPDIR}/report" -- true
  contains "$(report sandbox)" flatpak,container
}

# The processes on the host of this test's call, sandbox and host side: a line each, number and name.
parts() {
  local file pid
  # what is looked for is no argument: grep would find itself
  printf '%s\n' "${session}" | grep -l -s -a -F -f - /proc/[0-9]*/cmdline | while IFS= read -r file; do
    pid=${file#/proc/}
    pid=${pid%/cmdline}
    printf '%s %s\n' "${pid}" "$(cat "/proc/${pid}/comm" 2>/dev/null)"
  done
}

# The engine's shells in the sandbox that have called the host: the parents of flatpak-spawn.
engines() {
  local pid name parent
  parts | while read -r pid name; do
    if [ "${name}" = flatpak-spawn ] && read -r _ _ _ parent _ <"/proc/${pid}/stat"; then
      printf '%s\n' "${parent}"
    fi
  done
}

# Kills the part $1 of the sandbox's side; sets found to how many processes that was.
kill_part() {
  found=0
  local pid name
  case $1 in
    sandbox)
      for pid in $(flatpak ps --columns=instance); do
        ! flatpak kill "${pid}" || found=$((found + 1))
      done
      ;;
    engine)
      for pid in $(engines); do
        kill -s KILL "${pid}" && found=$((found + 1))
      done
      ;;
    helper)
      ! pkill -KILL -u "$(id -u)" -f '^/usr/libexec/flatpak-session-helper' || found=1
      ;;
    *)
      while read -r pid name; do
        [ "${name}" = "$1" ] || continue
        kill -s KILL "${pid}" && found=$((found + 1))
      done < <(parts)
      ;;
  esac
}

@test "parts of the sandbox's side are killed at any moment: the command does not go on, and nothing is left" {
  local number part moment bad=''
  for ((number = 0; number < ${KILLS:-16}; number++)); do
    case $((number % 4)) in
      0) part=flatpak-spawn ;;
      1) part=engine ;;
      2) part=sandbox ;;
      3) part=helper ;;
    esac
    moment=0.$(printf '%03d' $((90 + number * 47 % 760)))
    start_in_flatpak --workspace "${workspace}" -- sh -c "printf '%s\n' ${number} >>started; sleep 4; printf '%s\n' ${number} >>late"
    sleep "${moment}"
    kill_part "${part}"
    status=0
    wait "${job}" || status=$?
    waited=0
    while [ -n "$(parts)$(containers)" ] && [ "${waited}" -lt 80 ]; do
      sleep 0.25
      waited=$((waited + 1))
    done
    printf '%s killed %s at %s (found %s): status %s, gone after %s/4 s, left: %s\n' "${number}" "${part}" "${moment}" "${found}" \
      "${status}" "${waited}" "$(parts) $(containers)" >>killed
    [ -z "$(parts)$(containers)" ] || bad="${bad} ${number}"
    # a kill may come before there is what it kills, and the session's helper is started anew: then the command runs to its end. The
    # end of flatpak-spawn tells the host by two ways, one of them with INT.
    case ${part}-${found}-${status} in
      *-0-0 | helper-*-0) ;;
      helper-1-143 | helper-1-69 | flatpak-spawn-1-130 | flatpak-spawn-1-143 | *-137) printf '%s\n' "${number}" >>interrupted ;;
      *) bad="${bad} ${number}: status ${status}" ;;
    esac
  done
  # what still slept would write now
  sleep 4
  cat killed
  same "${bad}" ''
  [ -s interrupted ]
  same "$(grep -x -F -f interrupted "${workspace}/late" || :)" ''
  same "$(sort "${workspace}/started" | uniq -d)" ''
}

# Names of the containers that have the workspace, in whatever state.
containers_of_workspace() {
  local name
  for name in $(podman ps --all --format '{{.Names}}'); do
    ! podman container inspect --format '{{range .Mounts}}{{println .Source}}{{end}}' "${name}" 2>/dev/null |
      grep -q -x -F "${workspace}" || printf '%s\n' "${name}"
  done
}

are_gone() {
  [ -z "$(containers_of_workspace)" ]
}

@test "Maven in the sandbox is killed: the command does not go on, and nothing is left" {
  top=$(cd "${SCRIPTS}/.." && pwd)
  version=$(sed -n 's|.*<version>\(.*-SNAPSHOT\)</version>.*|\1|p' "${top}/pom.xml" | head -n 1)
  maven=$("${top}/mvnw" -f "${top}/pom.xml" --version | sed -n 's/^Maven home: //p')
  printf 'cmds: [{name: "slow", implementations: [{script: "touch ready; until [ -e go ]; do sleep 0.1; done; touch late"\nruntimes: [{name: "container", image: "%s"}]}]}]\n' \
    "${image}" >"${workspace}/invkfile.cue"
  # in seconds after the start of the command, the last before it
  for moment in 0 0.3 1.7 before; do
    rm -f "${workspace}/ready"
    flatpak run --user --command=sh "${ide}" -c 'cd "$1" && shift && exec "$@"' sh "${workspace}" \
      "${maven}/bin/mvn" --offline --quiet "io.invowk.maven:invowk-maven-plugin:${version}:run" -Dinvowk.cmd=slow \
      "-Dsession=${session}" </dev/null >out 2>&1 3>&- &
    job=$!
    if [ "${moment}" = before ]; then
      await_that pgrep -u "$(id -u)" -f "java .* -Dsession=${session}" >/dev/null
      sleep 0.9
    else
      await_ready
      sleep "${moment}"
    fi
    pkill -KILL -u "$(id -u)" -f "java .* -Dsession=${session}"
    await_job
    same "${moment} ${status}" "${moment} 137"
    await_that are_gone
  done
  # what still waited would write now
  touch "${workspace}/go"
  sleep 1
  [ ! -e "${workspace}/late" ]
}

# Starts the engine in the application as a job.
start_in_flatpak() {
  # shellcheck disable=SC2086
  flatpak run --user --command=env "${ide}" INVOWK_SANDBOX=flatpak ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --engine podman \
    --image "${image}" --session "${session}" --report "${BATS_TEST_TMPDIR}/report" "$@" </dev/null >out 2>err 3>&- &
  job=$!
}

@test "signals to the sandbox's side reach the command: INT, TERM, HUP" {
  for signal in INT TERM HUP; do
    rm -f "${workspace}/ready" "${workspace}/got"
    start_in_flatpak --workspace "${workspace}" -- \
      bash -c 'trap "printf got >got; exit 0" '"${signal}"'; touch ready; while :; do sleep 0.1; done'
    await_ready
    kill -s "${signal}" "$(engines)"
    await_job
    same "${status} $(report outcome)" "$((128 + $(kill -l "${signal}"))) interrupted"
    same "$(cat "${workspace}/got")" got
    same "$(containers)" ''
  done
}
