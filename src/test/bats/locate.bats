# SPDX-License-Identifier: Apache-2.0
# The verb locate, and engine.sh below it.
load helper

@test "the first engine that answers is taken" {
  have podman docker
  run_engine locate
  [ "${status}" -eq 0 ]
  same "${output}" "engine=podman
path=${bin}/podman
version=4.3.1
mode=podman-rootless"
  same "${stderr}" ''
  same "$(calls)" 'podman <--version>
podman <info> <--format> <{{.Host.Security.Rootless}} {{.Host.ServiceIsRemote}} {{.Host.Security.SELinuxEnabled}} {{.Version.Version}} {{.Store.GraphDriverName}}{{with index .Store.GraphOptions "overlay.mount_program"}}-by-program{{end}} {{.Store.GraphRoot}}>'
}

@test "the order asked for counts" {
  have podman docker
  run_engine locate --engine docker --engine podman
  same "${output}" "engine=docker
path=${bin}/docker
version=28.2.2
mode=docker-rootful"
  same "$(calls)" 'docker <--version>
docker <version> <--format> <{{.Server.Version}} {{range .Server.Components}}{{.Name}};{{end}}>
docker <info> <--format> <{{.OperatingSystem}};{{range .SecurityOptions}}{{.}};{{end}}>'
}

@test "a podman whose storage is held by a covered mount: it is said how to free it" {
  have podman
  behave podman info <<'END'
printf 'Error: unlinkat /home/u/storage/overlay/ede9/merged: device or resource busy\n' >&2
exit 125
END
  run_engine locate --engine podman
  [ "${status}" -eq 69 ]
  same "${stderr}" "${bin}/podman: service does not answer: Error: unlinkat /home/u/storage/overlay/ede9/merged: device or resource busy
invowk-engine: podman calls have covered a mount of each other: \"podman system migrate\" frees it, and stops all containers"
}

@test "each engine passed over has its reason" {
  have docker
  behave docker version <<'END'
printf 'some line\nCannot connect to the Docker daemon at unix:///var/run/docker.sock.\n' >&2
exit 1
END
  run_engine locate --engine podman --engine docker --engine /no/such/engine
  [ "${status}" -eq 69 ]
  same "${output}" ''
  same "${stderr}" "podman: not on PATH
${bin}/docker: service does not answer: Cannot connect to the Docker daemon at unix:///var/run/docker.sock.
/no/such/engine: not an executable file
invowk-engine: start docker's daemon, or choose one that runs with DOCKER_HOST or \"docker context use\""
}

@test "an engine passed over is named beside the one that is found" {
  have docker
  run_engine locate
  [ "${status}" -eq 0 ]
  contains "${output}" 'engine=docker'
  same "${stderr}" 'podman: not on PATH
podman-remote: not on PATH'
}

@test "a program is an absolute path, with blanks and a leading dash in it" {
  mkdir -p 'a b/-c'
  ln -s "${FAKES}/podman" 'a b/-c/my engine'
  run_engine locate --engine "${PWD}/a b/-c/my engine"
  [ "${status}" -eq 0 ]
  contains "${output}" "path=${PWD}/a b/-c/my engine"
}

@test "docker that is podman under another name is podman" {
  have docker
  behave docker --version <<<"printf 'podman version 5.2.0\n'"
  behave docker info <<<"printf 'true false false 5.2.0\n'"
  run_engine locate --engine docker
  same "${output}" "engine=podman
path=${bin}/docker
version=5.2.0
mode=podman-rootless"
}

@test "docker's client in front of podman's service is podman-socket" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;OCI Runtime (runc);\n'"
  run_engine locate --engine docker
  same "${output}" "engine=podman
path=${bin}/docker
version=4.3.1
mode=podman-socket"
}

@test "the modes are told apart by what the service says" {
  have podman docker
  behave podman info <<<"printf 'false false false 5.0\n'"
  run_engine locate --engine podman
  contains "${output}" 'mode=podman-rootful'
  rm -rf "${XDG_RUNTIME_DIR}/invowk"
  behave podman info <<<"printf 'true true false 5.0\n'"
  run_engine locate --engine podman
  contains "${output}" 'mode=podman-remote'
  behave docker info <<<"printf 'Fedora;name=seccomp,profile=builtin;name=rootless;\n'"
  run_engine locate --engine docker
  contains "${output}" 'mode=docker-rootless'
  rm -rf "${XDG_RUNTIME_DIR}/invowk"
  behave docker info <<<"printf 'Docker Desktop;name=seccomp;\n'"
  run_engine locate --engine docker
  contains "${output}" 'mode=docker-desktop'
}

@test "a warning of podman on stderr does not disturb the answer" {
  have podman
  behave podman info <<'END'
printf 'time="..." level=warning msg="\"/\" is not a shared mount"\n' >&2
printf 'true false false 4.3.1\n'
END
  run_engine locate
  [ "${status}" -eq 0 ]
  contains "${output}" 'version=4.3.1'
  same "${stderr}" ''
}

@test "a program that is no container engine is passed over" {
  have podman
  behave podman --version <<<"printf 'frobnicate 1.0\n'"
  run_engine locate --engine podman
  [ "${status}" -eq 69 ]
  same "${stderr}" "${bin}/podman: is neither podman nor docker: frobnicate 1.0"
}

@test "a program that fails is passed over with what it said" {
  have podman
  behave podman --version <<'END'
printf 'error while loading shared libraries: libsubid.so.5\n' >&2
exit 127
END
  run_engine locate --engine podman
  [ "${status}" -eq 69 ]
  same "${stderr}" "${bin}/podman: does not run: error while loading shared libraries: libsubid.so.5"
}

@test "the answer is kept" {
  have podman
  engine locate
  rm "${FAKE}/calls"
  run_engine locate
  contains "${output}" "path=${bin}/podman"
  same "$(calls)" ''
}

@test "the answer is asked for again when what it depends on changes" {
  have podman
  engine locate
  rm "${FAKE}/calls"
  CONTAINER_HOST=unix:///elsewhere run_engine locate
  contains "$(calls)" 'podman <info>'
  rm "${FAKE}/calls"
  mkdir -p "${HOME}/.config/containers"
  touch "${HOME}/.config/containers/containers.conf"
  run_engine locate
  contains "$(calls)" 'podman <info>'
}

@test "an engine that appears before the kept one is found" {
  have docker
  run_engine locate
  contains "${output}" 'engine=docker'
  have podman
  run_engine locate
  contains "${output}" 'engine=podman'
}

@test "two answers are kept beside each other" {
  have podman docker
  engine locate --engine podman
  engine locate --engine docker
  rm "${FAKE}/calls"
  run_engine locate --engine podman
  contains "${output}" 'engine=podman'
  run_engine locate --engine docker
  contains "${output}" 'engine=docker'
  same "$(calls)" ''
}

@test "a failure is not kept" {
  have podman
  behave podman info <<<'exit 125'
  run_engine locate
  [ "${status}" -eq 69 ]
  rm "${FAKE}/podman-info"
  run_engine locate
  [ "${status}" -eq 0 ]
}

@test "an unknown argument is a usage error" {
  run_engine locate podman
  [ "${status}" -eq 64 ]
  contains "${stderr}" 'unknown argument "podman"'
  run_engine locate --engine
  [ "${status}" -eq 64 ]
}

@test "help goes to stdout" {
  run_engine locate --help
  [ "${status}" -eq 0 ]
  contains "${output}" 'usage: invowk-engine locate'
}

@test "many at a time ask the engine once" {
  have podman
  for number in 1 2 3 4 5 6; do
    engine locate >"out.${number}" &
  done
  wait
  for number in 2 3 4 5 6; do same "$(cat "out.${number}")" "$(cat out.1)"; done
  contains "$(cat out.1)" engine=podman
  same "$(calls | grep -c '<info>')" 1
}
