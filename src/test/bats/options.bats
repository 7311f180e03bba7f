# SPDX-License-Identifier: Apache-2.0
# options.sh: mistakes in the options of image and run; each is a usage error with its own message.
load helper

mistake() {
  local message=$1
  shift
  run_engine "$@"
  same "${status} ${stderr%%$'\n'*}" "64 invowk-engine: $1: ${message}"
}

@test "mistakes" {
  mistake 'no -- and command' run --image i
  mistake 'no command after --' run --image i --
  mistake 'unknown option "--frobnicate"' run --frobnicate --image i -- true
  mistake '--image needs a value' run --image
  mistake '--image needs a value' run --image '' -- true
  mistake '--image, or --containerfile, --context and --tag, must be given' run -- true
  mistake '--image, or --containerfile, --context and --tag, must be given' image --containerfile "${0}"
  mistake '--image excludes --containerfile, --context and --tag' run --image i --tag t -- true
  mistake '--force-rebuild needs --containerfile' image --image i --force-rebuild
  mistake "an image's name does not begin with a dash: -i" image --image -i
  mistake '--name needs --containerfile' image --image i --name n
  mistake "an image's name does not begin with a dash: t -n" image --containerfile "${SCRIPTS}/run.sh" --context . --tag t --name -n
  mistake '--name is an option of the verb image' run --name n --image i -- true
  mistake "--context is not a directory: ${PWD}/none" image --containerfile "${SCRIPTS}/run.sh" --context none --tag t
  mistake "--containerfile is not a file: ${PWD}/none" image --containerfile none --context . --tag t
  mistake "--workspace is not a directory: ${PWD}/none" run --image i --workspace none -- true
  mistake "--env-file cannot be read: ${PWD}/none" run --image i --env-file none -- true
  mistake "--script cannot be read: ${PWD}/none" run --image i --script none -- true
  mistake '--user is caller or image' run --image i --user root -- true
  mistake '--selinux is private, shared, disable or none' run --image i --selinux off -- true
  mistake '--level has the form s0:cX,cY' run --image i --level 's0 --privileged' -- true
  mistake '--stop-grace is a number of seconds' run --image i --stop-grace 1m -- true
  mistake '--tty is an option of the verb run' image --image i --tty
  mistake 'unknown option "true"' image --image i true
}

@test "an unknown verb, or none, prints what there is" {
  run_engine frobnicate
  [ "${status}" -eq 64 ]
  contains "${stderr}" 'usage: invowk-engine VERB'
  run_engine
  [ "${status}" -eq 64 ]
  run_engine --help
  [ "${status}" -eq 0 ]
  contains "${output}" 'usage: invowk-engine VERB'
}

@test "the engine is found from any directory" {
  cd "${SCRIPTS}"
  # shellcheck disable=SC2086
  run ${ENGINE_SHELL:-sh} invowk-engine --help
  [ "${status}" -eq 0 ]
  cd ..
  # shellcheck disable=SC2086
  run ${ENGINE_SHELL:-sh} scripts/invowk-engine locate --help
  [ "${status}" -eq 0 ]
}
