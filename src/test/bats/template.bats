# SPDX-License-Identifier: Apache-2.0
# template.sh: the work directory of a run is a copy of one that an earlier run kept.
load helper

state=runtime/invowk

# Runs a command in a fake container, with scripts of the test's own; then ${seen} is what it had in /run/invowk.
run_and_look() {
  behave podman run <<'END'
while [ "$1" != --volume ] || [ "${2%:/run/invowk*}" = "$2" ]; do shift; done
(cd "${2%%:*}" && ls -R && cat launch) >"${FAKE}/seen"
END
  SCRIPTS=${BATS_TEST_TMPDIR}/scripts
  # the fake starts no command
  run_engine run --engine podman --image i -- true
  seen=$(cat "${FAKE}/seen")
}

with_scripts() {
  have podman
  cp -R "${SCRIPTS}" scripts
  touch -d '1 minute ago' scripts/launch.sh
}

@test "a later run has what the first one kept" {
  with_scripts
  run_and_look
  first=${seen}
  run_and_look
  same "${seen}" "${first}"
  : >"$(echo "${state}"/template.*)/mount/kept"
  run_and_look
  contains "${seen}" kept
  same "$(ls -d "${state}"/run.* 2>/dev/null)" ''
}

@test "a launcher that has changed since counts" {
  with_scripts
  run_and_look
  printf '# changed\n' >>scripts/launch.sh
  run_and_look
  contains "${seen}" '# changed'
}

@test "what is there only in part is not taken" {
  with_scripts
  run_and_look
  first=${seen}
  for part in stderr mount/home mount/script; do
    rm -r "$(echo "${state}"/template.*)/${part}"
    run_and_look
    same "${seen}" "${first}"
    same "${stderr}" "${former-${stderr}}"
    former=${stderr}
  done
}

@test "what an earlier run kept has nothing of that run" {
  have podman
  printf 'export SECRET=%s\n' "'s3cret'" >env
  printf 'true\n' >script
  run_engine run --engine podman --image i --env-file env --script script -- true
  same "${status}" 0
  same "$(cd "${state}"/template.* && find . | sort)" '.
./mount
./mount/home
./mount/launch
./mount/script
./stderr'
}
