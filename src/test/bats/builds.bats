# SPDX-License-Identifier: Apache-2.0
# builds.sh: a build tells whose it is and that it came to its end; what it leaves else is removed, and nothing of another build.
load helper

mark=TMP/runtime/invowk/image.UNIQUE/build
state=runtime/invowk

setup_build() {
  have "$1"
  mkdir ctx
  touch ctx/Containerfile
  behave "$1" image <<<'exit 1'
}

build_it() {
  run_engine image --containerfile ctx/Containerfile --context ctx --tag t:1 "$@"
}

# What the last build's arguments are beside those that it has on all engines.
marks() {
  calls | sed -n 's/.*<io\.invowk\.image=t:1> *\(.*\) *<TMP\/ctx>$/\1/p'
}

# A podman that has two containers of the build that is started, a process that outlives it, and one container of another call's. The
# second build fails.
podman_with_steps() {
  local id
  for id in 5e9a 5e9b 07e2; do
    mkdir -p "storage dir/overlay-containers/${id}/userdata"
    printf '{"Secrets":["id=io.invowk.build,src=/run/invowk/image.another/build"]}' >"storage dir/overlay-containers/${id}/userdata/buildah.json"
  done
  printf '[{"id":"5e9a","layer":"1a"},{"id":"5e9b","layer":"1b"},{"id":"07e2","layer":"1c"}]' >'storage dir/overlay-containers/containers.json'
  behave podman info <<END
case \$3 in
  '{{.Store.GraphRoot}}') printf '%s\n' '${PWD}/storage dir' ;;
  *) printf 'true false false 4.3.1 vfs /nowhere\n' ;;
esac
END
  behave podman build <<END
for option do
  case \${option} in
    --iidfile) ;;
    */build)
      for id in 5e9a 5e9b; do
        printf '{"Secrets":["id=io.invowk.build,src=%s"]}' "\${option}" >"${PWD}/storage dir/overlay-containers/\${id}/userdata/buildah.json"
      done
      ;;
    *) ;;
  esac
done
[ ! -e "\${FAKE}/builds" ] || exit 7
sleep 600 &
printf '%s\n' "\$!" >"\${FAKE}/runtime"
: >"\${FAKE}/builds"
while [ ! -e "\${FAKE}/stop" ]; do sleep 0.05; done
END
}

start_build() {
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" image --containerfile ctx/Containerfile --context ctx --tag t:1 >/dev/null 2>&1 3>&- &
  job=$!
  until [ -e "${FAKE}/builds" ]; do sleep 0.02; done
}

# Waits until what outlived the build has ended: it is killed, else it would live for minutes.
await_end() {
  local runtime state='' waited=0
  runtime=$(cat "${FAKE}/runtime")
  while state=$(sed -n 's/^State:[^A-Z]*//p' "/proc/${runtime}/status" 2>/dev/null) && [[ ${state} != Z* ]]; do
    waited=$((waited + 1))
    [ "${waited}" -lt 100 ]
    sleep 0.1
  done
}

teardown() {
  : >"${FAKE}/stop"
  PATH=${all_of_path}
}

@test "the mark of a build: podman from 4 on notes it, older ones and docker's client only carry it" {
  setup_build podman
  build_it
  same "$(marks)" "<--iidfile> <${mark}> <--secret> <id=io.invowk.build,src=${mark}> "
  behave podman info <<<"printf 'true false false 3.4.4 vfs /nowhere\n'"
  rm "${FAKE}/calls" "${state}/engines"
  build_it
  same "${status} $(marks)" "0 <--iidfile> <${mark}> "
  rm "${FAKE}/calls" "${bin}/podman"
  have docker
  behave docker image <<<'exit 1'
  build_it --engine docker
  same "${status} $(marks)" "0 <--iidfile> <${mark}> "
}

@test "no mark where a client sends it on: podman's remote client, docker's before a podman" {
  setup_build podman
  behave podman info <<<"printf 'true true false 4.3.1 vfs /nowhere\n'"
  build_it
  same "${status} $(marks)" '0 '
  rm "${FAKE}/calls" "${bin}/podman"
  have docker
  behave docker image <<<'exit 1'
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  build_it --engine docker
  same "${status} $(marks)" '0 '
}

@test "podman that ends with 0 before the image is there has not built it" {
  setup_build podman
  behave podman build <<<'printf "STEP 2/3: RUN make\n"'
  build_it --report report
  same "${status} $(report cause)" '69 build-failed'
  same "$(report error)" 'podman build ended with status 0 before the image was there; it said last: STEP 2/3: RUN make'
}

@test "a build that is interrupted: podman's containers of it are removed" {
  setup_build podman
  podman_with_steps
  start_build
  kill -s TERM "${job}"
  : >"${FAKE}/stop"
  status=0
  wait "${job}" || status=$?
  same "${status}" 143
  same "$(calls | tail -n 2)" 'podman <info> <--format> <{{.Store.GraphRoot}}>
podman <rm> <--force> <--ignore> <5e9a> <5e9b>'
  await_end
}

@test "a build that fails: the same" {
  setup_build podman
  podman_with_steps
  : >"${FAKE}/builds"
  build_it
  same "${status}" 69
  same "$(calls | tail -n 1)" 'podman <rm> <--force> <--ignore> <5e9a> <5e9b>'
}

@test "a build that is killed with its script: the next run ends its client and removes them" {
  setup_build podman
  podman_with_steps
  start_build
  kill -s KILL "${job}"
  wait "${job}" || :
  rm "${FAKE}/calls"
  run_engine run --image i -- true
  same "${status} ${stderr}" '0 '
  same "$(calls | sed -n 1,2p)" 'podman <info> <--format> <{{.Store.GraphRoot}}>
podman <rm> <--force> <--ignore> <5e9a> <5e9b>'
  await_end
  # the client was there, and may have been about to make another one
  same "$(ls -d "${state}"/image.* | grep -c .)" 1
  run_engine run --image i -- true
  same "$(ls -d "${state}"/image.* 2>/dev/null || :)" ''
}
