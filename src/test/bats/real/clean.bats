# SPDX-License-Identifier: Apache-2.0
# The verb clean with a real container engine. Other tests may use the same engine: only this test's session is cleaned.
load helper

# Builds image $1 as a call of this test's session; further options follow.
build() {
  local tag=$1
  shift
  printf 'FROM %s\nLABEL of=%s\n' "${image}" "${tag}" >Containerfile
  run_engine image --engine "${test_engine}" --session "${session}" --containerfile Containerfile --context "${workspace}" --tag "${tag}" "$@"
  same "${status} ${stderr}" '0 '
}

# What a clean of this session tells, sorted: action, kind, name and reason, with blanks between them.
clean() {
  run_engine clean --engine "${test_engine}" --session "${session}" "$@"
  told=$(cut -f 1,2,5,6 <<<"${output}" | tr '\t' ' ' | sed "s/${session}/SESSION/g" | sort)
}

# The names of this test's images, and the number of those without a name.
images_left() {
  "${test_engine}" images --filter "label=io.invowk.session=${session}" --format '{{.Repository}}:{{.Tag}}' |
    sed -e "s/${session}/SESSION/g" -e 's/^docker.io\/library\///' | sort
}

@test "images: those this session built are removed, and no other" {
  local ours=localhost/invowk-build:${session} uid name
  uid=$(id -u)
  build "${ours}" --name "localhost/${session}:published"
  build "${ours}-again"
  # a build of the same content would be the same image
  build "${ours}-again" --force-rebuild
  build "${ours}-used"
  "${test_engine}" create --name "invowk-${session}-foreign" "${ours}-used" true >/dev/null
  build "${ours}-tagged"
  "${test_engine}" tag "${ours}-tagged" "localhost/theirs-${session}:1"
  build "${ours}-base"
  printf 'FROM %s\nCMD ["true"]\n' "${ours}-base" |
    "${test_engine}" build --quiet --file - --tag "localhost/theirs-${session}:2" "${workspace}" >/dev/null
  printf 'FROM %s\n' "${image}" | "${test_engine}" build --quiet --file - --tag "${ours}-uid" --label "io.invowk.host=$(uname -n)" \
    --label "io.invowk.machine=$(head -c 8 /etc/machine-id 2>/dev/null || printf -- -)" --label "io.invowk.uid=$((uid + 1))" \
    --label "io.invowk.session=${session}" --label "io.invowk.image=${ours}-uid" "${workspace}" >/dev/null
  local before stays
  before=$(images_left)
  stays="stays image localhost/invowk-build:SESSION-uid it was made by another user, number $((uid + 1))
stays image localhost/invowk-build:SESSION-used container USER uses it
stays image localhost/theirs-SESSION:1 it has a name that this plugin did not give it
stays image localhost/theirs-SESSION:2 it has a name that this plugin did not give it"

  clean --kind images
  told=$(sed -e 's/container [0-9a-f]* uses/container USER uses/' -e 's/image [0-9a-f]\{12\} /image ID /' <<<"${told}")
  same "${status} ${stderr}" '0 '
  same "${told}" "found image ID -
found image localhost/SESSION:published -
found image localhost/invowk-build:SESSION -
found image localhost/invowk-build:SESSION-again -
found image localhost/invowk-build:SESSION-base -
found image localhost/invowk-build:SESSION-tagged -
${stays}"
  [[ $(cut -f 4 <<<"${output}") =~ ^[0-9$'\n']+$ ]]
  same "$(images_left)" "${before}"

  clean --kind images --confirm
  told=$(sed -e 's/container [0-9a-f]* uses/container USER uses/' -e 's/image [0-9a-f]\{12\} /image ID /' <<<"${told}")
  same "${status} ${told}" "0 removed image ID -
removed image localhost/SESSION:published -
removed image localhost/invowk-build:SESSION -
removed image localhost/invowk-build:SESSION-again -
removed image localhost/invowk-build:SESSION-base -
removed image localhost/invowk-build:SESSION-tagged -
${stays}"
  same "$(images_left)" "localhost/invowk-build:SESSION-uid
localhost/invowk-build:SESSION-used
localhost/theirs-SESSION:1
localhost/theirs-SESSION:2"
  "${test_engine}" rm "invowk-${session}-foreign" >/dev/null
  for name in "localhost/theirs-${session}:1" "localhost/theirs-${session}:2" "${ours}-uid" "${ours}-used"; do
    "${test_engine}" rmi "${name}" >/dev/null
  done
}

@test "containers: those of ended owners are removed, and no other" {
  local lives directory
  start_command -- sh -c 'touch ready; until [ -e end ]; do sleep 0.1; done; exit 7'
  await_ready
  lives=${job}
  rm "${workspace}/ready"
  start_command -- sh -c 'touch ready; sleep 600'
  await_ready
  kill -s KILL "${job}"
  await_job
  # what tells of it beside the container is lost, as at the end of a login
  directory=$(grep -l -F " ${job} " "${XDG_RUNTIME_DIR}"/invowk/owner.run.*)
  mv "${directory}" lost
  "${test_engine}" create --name "invowk-${session}-uid" --label "io.invowk.session=${session}" --label "io.invowk.host=$(uname -n)" \
    --label io.invowk.uid=$(($(id -u) + 1)) "${image}" true >/dev/null
  local before
  before=$(containers | sed 's/ .*//' | sort)

  clean --kind containers
  same "${status} ${stderr}" '0 '
  told=$(sed 's/[0-9a-f]\{8\}-[0-9a-f-]*\( \|$\)/UNIQUE\1/' <<<"${told}")
  contains "${told}" 'found container invowk-SESSION-UNIQUE -'
  contains "${told}" "stays container invowk-SESSION-UNIQUE process ${lives}, which made it, is running"
  contains "${told}" 'stays container invowk-SESSION-uid it was made '
  same "$(containers | sed 's/ .*//' | sort)" "${before}"

  clean --kind containers --confirm
  same "${status}" 0
  same "$(grep -c '^removed container' <<<"${told}")" 1
  same "$(containers | grep -c .)" 2
  contains "$(containers)" "invowk-${session}-uid"
  touch "${workspace}/end"
  job=${lives}
  await_job
  same "${status}" 7
  "${test_engine}" rm "invowk-${session}-uid" >/dev/null
  rm -rf "${directory%/owner.*}/${directory##*/owner.}"
}

@test "the directory of a killed run is removed with its container" {
  start_command -- sh -c 'touch ready; sleep 600'
  await_ready
  kill -s KILL "${job}"
  await_job
  clean --kind containers
  same "$(grep -c '^found directory' <<<"${told}")" 1
  [ -n "$(containers)" ]
  clean --kind containers --confirm
  # the client that was still there was killed: its directory is for the next time
  clean --kind containers --confirm
  same "${status}" 0
  same "$(containers)" ''
  clean --kind containers
  same "${told}" ''
}
