# SPDX-License-Identifier: Apache-2.0
# relabel.sh: how often a directory is relabelled, with fake labels: ${FAKE}/labels/PATH/label, for all below PATH.
load helper

# A podman that labels what it is told to, and an ls that shows it.
have_labels() {
  have podman
  behave podman info <<<"printf 'true false true 5.0\n'"
  behave podman run <<'END'
level=s0:c7,c8
set_label() {
  rm -rf "${FAKE}/labels$1"
  mkdir -p "${FAKE}/labels$1"
  printf 'container_file_t:%s' "$2" >"${FAKE}/labels$1/label"
}
previous=
for argument in "$@"; do
  case ${previous}=${argument} in
    --security-opt=label=level:*) level=${argument#label=level:} ;;
    --volume=*:*:*Z) set_label "${argument%%:*}" "${level}" ;;
    --volume=*:*:*z) set_label "${argument%%:*}" s0 ;;
  esac
  previous=${argument}
done
[ ! -e "${FAKE}/slow" ] || sleep 0.3
[ ! -e "${FAKE}/broken" ] || exit 125
launch_container "$@"
END
  rm "${bin}/ls"
  cat >"${bin}/ls" <<END
#!/bin/sh
[ "\$1" = -dZ ] || exec $(PATH=${all_of_path} type -P ls) "\$@"
path=\$3
until [ -z "\${path}" ] || [ -e "\${FAKE}/labels\${path}/label" ]; do path=\${path%/*}; done
label=user_home_t:s0
[ -z "\${path}" ] || read -r label <"\${FAKE}/labels\${path}/label" || :
printf 'user_u:object_r:%s %s\n' "\${label}" "\$3"
END
  chmod +x "${bin}/ls"
}

# Runs true in session $1; options follow.
start() {
  local session=$1
  shift
  run_engine run --image i ${session:+--session "${session}"} "$@" -- true
  same "${status} ${stderr}" '0 '
}

# How the test's directory $1 was mounted on /workspace or elsewhere, start by start: the letters, or - for none.
mounts() {
  calls | sed -n "s|.*<TMP/$1:/[a-z]*\([^>]*\)>.*|\1|p" | sed -e 's/^$/-/' | tr '\n' ' '
}

@test "once a session" {
  have_labels
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}"
  same "$(mounts project)" ':Z - - '
  start s2 --workspace "${workspace}"
  start s1 --workspace "${workspace}"
  start s2 --workspace "${workspace}"
  same "$(mounts project)" ':Z - - :Z - - '
}

@test "without a session, or with one that cannot be part of a name, at each start" {
  have_labels
  for session in '' '' 'a b' 'a b' a/b a/b; do
    start "${session}" --workspace "${workspace}"
  done
  same "$(mounts project)" ':Z :Z :Z :Z :Z :Z '
  same "$(left)" engines
}

@test "the container has its level with and without relabelling" {
  have_labels
  start s1 --workspace "${workspace}" --level s0:c1,c2
  start s1 --workspace "${workspace}" --level s0:c1,c2
  same "$(calls | grep -c '<run>.* <--security-opt> <label=level:s0:c1,c2> ')" 2
  same "$(mounts project)" ':Z - '
}

@test "the run's own directory is always labelled, for its container alone" {
  have_labels
  for mode in private private shared none; do
    start s1 --workspace "${workspace}" --selinux "${mode}"
  done
  same "$(calls | grep -c '<run>.* <TMP/runtime/invowk/run.UNIQUE/mount:/run/invowk:Z> ')" 4
  same "$(mounts project)" ':Z - :z - '
}

@test "again when somebody else has relabelled the directory" {
  have_labels
  start s1 --workspace "${workspace}"
  printf 'user_home_t:s0:c5' >"${FAKE}/labels${workspace}/label"
  start s1 --workspace "${workspace}"
  rm -r "${FAKE}/labels"
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}"
  same "$(mounts project)" ':Z :Z :Z - '
}

@test "again when the mode or the level is another" {
  have_labels
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}" --selinux shared
  start s1 --workspace "${workspace}" --selinux shared
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}" --level s0:c1,c2
  start s1 --workspace "${workspace}" --level s0:c1,c2
  same "$(mounts project)" ':Z :z - :Z :Z - '
}

@test "a directory in a labelled one has its label; one that took a part does not count" {
  have_labels
  mkdir -p "${workspace}/module"
  : >"${workspace}/pom.xml"
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}/module"
  same "$(mounts project) $(mounts project/module)" ':Z  - '
  start s1 --workspace "${workspace}/module" --level s0:c1,c2
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}/module" --level s0:c1,c2
  same "$(mounts project) $(mounts project/module)" ':Z :Z  - :Z :Z '
}

@test "a neighbour whose name begins alike is another directory" {
  have_labels
  mkdir "${workspace}2" "${workspace} "
  start s0 --workspace "${workspace}2" --level s0:c1,c2
  start s1 --workspace "${workspace}" --level s0:c1,c2
  start s1 --workspace "${workspace}2" --level s0:c1,c2
  start s1 --workspace "${workspace} " --level s0:c1,c2
  start s1 --workspace "${workspace} " --level s0:c1,c2
  same "$(mounts project)" ':Z '
  same "$(mounts project2)" ':Z :Z '
  same "$(mounts 'project ')" ':Z - '
}

@test "volumes: labelled once, too, and with the user's own letter" {
  have_labels
  mkdir cache shared
  : >file
  for _ in 1 2; do
    start s1 --workspace "${workspace}" --volume "${PWD}/cache:/c:ro" --volume "${PWD}/shared:/s:z,ro" --volume "${PWD}/file:/f"
  done
  same "$(mounts project)" ':Z - '
  same "$(mounts cache)" ':ro,Z :ro '
  same "$(mounts shared)" ':ro,z :ro '
  same "$(mounts file)" ':Z - '
}

@test "a private volume without a level of ours gets a new one at each start" {
  have_labels
  mkdir cache
  start s1 --workspace "${workspace}" --selinux none --volume "${PWD}/cache:/c:Z"
  start s1 --workspace "${workspace}" --selinux none --volume "${PWD}/cache:/c:Z"
  same "$(mounts cache)" ':Z :Z '
}

@test "many at a time: one relabels, the others wait" {
  have_labels
  : >"${FAKE}/slow"
  for number in 1 2 3 4 5; do
    engine run --image i --session s1 --workspace "${workspace}" -- sh -c 'echo "$1"' sh "${number}" &
  done >out
  wait
  same "$(sort out | tr '\n' ' ')" '1 2 3 4 5 '
  same "$(wc -l <"${XDG_RUNTIME_DIR}/invowk/labels.s1")" 1
  same "$(mounts project)" ':Z - - - - '
}

@test "the same without flock" {
  have_labels
  rm "${bin}/flock"
  : >"${FAKE}/slow"
  for _ in 1 2 3; do
    engine run --image i --session s1 --workspace "${workspace}" -- true &
  done
  wait
  same "$(mounts project)" ':Z - - '
  same "$(left)" 'engines
labels.s1'
}

@test "a start that failed has labelled nothing, and holds up no other" {
  have_labels
  : >"${FAKE}/broken"
  run_engine run --image i --session s1 --workspace "${workspace}" -- true
  [ "${status}" -eq 70 ]
  rm "${FAKE}/broken"
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}"
  same "$(mounts project)" ':Z :Z - '
}

@test "a command that runs holds up no other" {
  have_labels
  mkfifo go
  engine run --image i --session s1 --workspace "${workspace}" -- sh -c 'echo started; read -r line' <go >out &
  exec 4>go
  until grep -qs started out; do sleep 0.02; done
  start s1 --workspace "${workspace}" --level s0:c1,c2
  exec 4>&-
  wait
  same "$(mounts project)" ':Z :Z '
}

@test "a terminal: what others have labelled is used, nothing is noted" {
  have_labels
  start s1 --workspace "${workspace}" --tty
  start s1 --workspace "${workspace}" --tty
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}" --tty
  same "$(mounts project)" ':Z :Z :Z - '
}

@test "a signal ends the wait" {
  have_labels
  start s0 --workspace "${workspace}"
  exec 4>"${XDG_RUNTIME_DIR}/invowk/lock.labels.s1"
  flock 4
  # the fake ls is called just before the lock is taken
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image i --session s1 --workspace "${workspace}" --report report -- true 4>&- &
  job=$!
  until [ -n "$(find "${XDG_RUNTIME_DIR}/invowk" -name 'run.*')" ]; do sleep 0.02; done
  kill -s TERM "${job}"
  status=0
  wait "${job}" || status=$?
  exec 4>&-
  same "${status} $(report outcome)" '143 interrupted'
  same "$(mounts project)" ':Z '
}

@test "an ls that shows no labels: at each start" {
  have_labels
  printf '#!/bin/sh\n[ "$1" = -dZ ] || exec %s "$@"\nprintf "? %%s\\n" "$3"\n' "$(PATH=${all_of_path} type -P ls)" >"${bin}/ls"
  start s1 --workspace "${workspace}"
  start s1 --workspace "${workspace}"
  same "$(mounts project)" ':Z :Z '
}

@test "notes of sessions of other days are removed" {
  have_labels
  start s1 --workspace "${workspace}"
  start s2 --workspace "${workspace}"
  touch -d '2 days ago' "${XDG_RUNTIME_DIR}"/invowk/*labels.s1
  start s2 --workspace "${workspace}"
  same "$(ls "${XDG_RUNTIME_DIR}/invowk" | grep labels)" 'labels.s1
labels.s2
lock.labels.s1
lock.labels.s2'
  start s3 --workspace "${workspace}"
  same "$(ls "${XDG_RUNTIME_DIR}/invowk" | grep labels)" 'labels.s2
labels.s3
lock.labels.s2
lock.labels.s3'
}

@test "without SELinux nothing is asked or noted" {
  have_labels
  behave podman info <<<"printf 'true false false 5.0\n'"
  start s1 --workspace "${workspace}"
  same "$(mounts project)" '- '
  same "$(left)" engines
}
