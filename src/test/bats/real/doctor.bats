# SPDX-License-Identifier: Apache-2.0
# The verb doctor with a real container engine: what it tells is what a run does.
load helper

doctor() {
  run_engine doctor --engine "${test_engine}" --workspace "${workspace}" "$@"
}

told() {
  sed -n "s|^$1	$2	||p" <<<"${output}"
}

@test "it takes the engine that a run takes, and the run goes well" {
  doctor
  same "${status} $(told containers run)" '0 yes'
  ! grep '^finding	error' <<<"${output}"
  engine=$(told containers engine) version=$(told containers version) mode=$(told containers mode)
  run_it -- true
  same "${status} $(report engine_path) $(report engine_version) $(report mode)" "0 ${engine} ${version} ${mode}"
}

@test "what the engine has of its machine" {
  doctor
  [ -n "$(told containers storage_driver)" ]
  [ -n "$(told containers oci_runtime)" ]
  [[ $(told containers selinux) =~ ^(enabled|disabled)$ ]]
  [[ $(told containers call_ms) =~ ^[0-9]+$ ]]
  case $(told containers mode) in
    podman-rootless)
      same "$(told containers uid_map | cut -d ' ' -f 1)" "0:$(id -u):1"
      contains "$(told containers uid_map)" ' 1:'
      same "$(told project proof_engine)" 'the same inode of the same device, as podman sees it'
      ;;
    *) same "$(told project proof_engine)" 'the same inode, as a container sees it' ;;
  esac
  same "$(told project inode)" "$(stat -Lc %d:%i "${workspace}")"
}

@test "an engine that does not answer is told of" {
  case ${test_engine} in
    docker) DOCKER_HOST=unix:///nowhere/docker.sock doctor ;;
    *)
      printf 'broken [' >containers.conf
      CONTAINERS_CONF=${PWD}/containers.conf doctor
      ;;
  esac
  same "${status} $(told containers run)" '69 no'
  grep '^finding	error' <<<"${output}"
}
