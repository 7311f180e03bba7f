# SPDX-License-Identifier: Apache-2.0
# copy.sh: the copy that rootless podman needs of an image is made once, and beside a container that keeps the storage mounted.
load helper

# Fakes a podman whose overlay storage has the images of the lines on stdin: NAME and, if there is a copy, a second word. Its "create"
# with keep-id adds the copy.
have_images() {
  have podman
  storage=${BATS_TEST_TMPDIR}/storage
  list=${storage}/overlay-images/images.json
  mkdir -p "${storage}/overlay-images"
  local name copy
  while read -r name copy; do
    printf '{"id":"%s","names":["%s"],"names-history":["docker.io/library/old:1"],"layer":"1",%s"metadata":"{\\"x\\":{}}","big-data-sizes":{"a":1}},' \
      "${#name}" "${name}" "${copy:+\"mapped-layers\":[\"2\"],}"
  done >"${list}"
  behave podman info <<<"printf 'true false false 5.0 overlay ${storage}\n'"
  behave podman create <<END
case " \$* " in *' --userns=keep-id '*) sed 's/"layer":"1","metadata"/"layer":"1","mapped-layers":["2"],"metadata"/' '${list}' >'${list}.new'; mv '${list}.new' '${list}' ;; esac
END
  touch -d '1 minute ago' "${list}"
}

# The calls that make a copy.
copies() {
  calls | grep -e '<create>' -e '<unshare>' || :
}

@test "an image without a copy: it is made beside a mounted container, before the start; then not again" {
  have_images <<<docker.io/library/debian:1
  run_engine run --image debian:1 -- true
  same "${status} ${stderr}" '0 '
  same "$(calls | sed '1,2d')" "podman <create> <--label> <OWNER> <--label> <io.invowk.session=-> <--pull=never> <--network=none> <--name> <NAME-pin> <--entrypoint> </bin/sh> <--userns=host> <debian:1>
podman <unshare> <TMP/bin/podman> <mount> <NAME-pin>
podman <create> <--label> <OWNER> <--label> <io.invowk.session=-> <--pull=never> <--network=none> <--name> <NAME> <--entrypoint> </bin/sh> <--userns=keep-id> <debian:1>
podman <rm> <--force> <--time> <0> <--ignore> <NAME-pin> <NAME>
$(calls | tail -n 1)"
  contains "$(calls | tail -n 1)" '<run> <--rm>'
  run_engine run --image debian:1 -- true
  same "$(copies | wc -l)" 3
}

@test "an image that has its copy is asked for once, and again when something happened to an image" {
  have_images <<<'docker.io/library/debian:1 copied'
  run_engine run --image debian:1 -- true
  same "${status}$(copies)" 0
  same "$(kept)" 'copied.debian:1+
engines'
  # nothing but the note tells now
  sed -i 's/"mapped-layers":\["2"\],//' "${list}"
  touch -d '1 minute ago' "${list}"
  run_engine run --image debian:1 -- true
  same "$(copies)" ''
  touch -d 'now + 1 minute' "${list}"
  run_engine run --image debian:1 -- true
  same "$(copies | wc -l)" 3
}

@test "the name counts with its registry and tag, and not a name that another image once had" {
  have_images <<'END'
docker.io/library/debian:latest copied
localhost/tools/debian:1
END
  run_engine run --image debian -- true
  same "$(copies)" ''
  run_engine run --image old:1 -- true
  same "$(copies)" ''
  run_engine run --image tools/debian:1 -- true
  same "$(copies | wc -l)" 3
}

@test "no sign in a name stands for others" {
  have_images <<'END'
docker.io/library/debian:1.2 copied
docker.io/library/debian:1x2
END
  for name in debian:1.2 'debian[:1' 'debian:.*'; do
    run_engine run --image "${name}" -- true
    same "${name} ${status}${stderr}$(copies)" "${name} 0"
  done
}

@test "an image is known by its id, the beginning of that, and its digest" {
  # of the length of the name the fake makes the id
  have_images <<'END'
docker.io/library/debian:1
docker.io/library/busybox:1 copied
END
  sed -i 's/"id":"26"/"id":"26ab","digest":"sha256:d0"/; s/"id":"27"/"id":"27cd","digest":"sha256:d1"/' "${list}"
  for copied in 27cd 27 sha256:27cd debian@sha256:d1 other@sha256:d2 28; do
    run_engine run --image "${copied}" -- true
    same "${copied} ${status}$(copies)" "${copied} 0"
  done
  run_engine run --image 26ab -- true
  same "${status} $(copies | wc -l)" '0 3'
  run_engine run --image debian@sha256:d0 -- true
  same "${status} $(copies | wc -l)" '0 3'
}

@test "many at a time make one copy" {
  have_images <<<docker.io/library/debian:1
  for number in 1 2 3 4 5 6; do
    engine run --image debian:1 -- true &
  done
  wait
  same "$(copies | wc -l)" 3
}

@test "nothing is copied for an image's own user, by a storage that needs none, or by another engine" {
  have_images <<<docker.io/library/debian:1
  run_engine run --image debian:1 --user image -- true
  same "${status}$(copies)" 0
  rm -rf "${XDG_RUNTIME_DIR}/invowk"
  behave podman info <<<"printf 'true false false 5.0 overlay-by-program ${storage}\n'"
  run_engine run --image debian:1 -- true
  same "${status}$(copies)" 0
  rm -rf "${XDG_RUNTIME_DIR}/invowk"
  behave podman info <<<"printf 'false false false 5.0 overlay ${storage}\n'"
  run_engine run --image debian:1 -- true
  same "${status}$(copies)" 0
}

@test "a copy that fails is left to the start" {
  have_images <<<docker.io/library/debian:1
  behave podman create <<<'exit 125'
  run_engine run --image debian:1 -- printf x
  same "${status} ${output}" '0 x'
  same "$(copies | wc -l)" 1
}

@test "a signal while the copy is made ends the run, and removes both containers" {
  have_images <<<docker.io/library/debian:1
  mkfifo reached
  behave podman unshare <<<"printf x >'${BATS_TEST_TMPDIR}/reached'; exec sleep 60"
  # the shell may be two words: busybox ash
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image debian:1 --report report -- true &
  job=$!
  read -r -n 1 _ <reached
  kill -s TERM "${job}"
  status=0
  wait "${job}" || status=$?
  same "${status} $(report outcome)" '143 interrupted'
  contains "$(calls | tail -n 2)" '<rm> <--force> <--time> <0> <--ignore> <NAME-pin> <NAME>'
  same "$(calls | grep -c '<run> <--rm>' || :)" 0
  same "$(kept)" 'engines
lock.copies'
}

@test "podman without a list of images: the start tells what there is" {
  have_images </dev/null
  rm "${list}"
  run_engine run --image debian:1 -- true
  same "${status} ${stderr}" '0 '
  same "$(copies)" ''
}
