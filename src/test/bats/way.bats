# SPDX-License-Identifier: Apache-2.0
# way.sh: how a command in a container reaches this machine; and what the verb run makes of it.
load helper

# What locate tells of the way, on one line.
way() {
  rm -rf "${XDG_RUNTIME_DIR}/invowk"
  run_engine locate --host-way "$@"
  same "${status}" 0
  told=$(sed -n 's/^\(host_[a-z]*\|cause\|error\|cure\)=//p' "${BATS_TEST_TMPDIR}/out" | tr '\n' '|')
}

# The fake docker's service: its machine's name $1 and kernel $2, the gateways of its bridge $3.
docker_service() {
  behave docker info <<END
case \$3 in
  *KernelVersion*) printf '%s %s\n' '$1' '$2' ;;
  *) printf 'Debian GNU/Linux 12 (bookworm);name=seccomp;\n' ;;
esac
END
  behave docker network <<<"printf '%s\n' '$3'"
}

# The fake podman: rootless $1, remote $2, version $3, its machine's name $4 and kernel $5, network program $6.
podman_service() {
  behave podman info <<END
case \$3 in
  *Hostname*) printf '%s %s\n' '$4' '$5' ;;
  *RootlessNetworkCmd*) printf '%s\n' '$6' ;;
  *) printf '%s %s false %s overlay /nowhere\n' '$1' '$2' '$3' ;;
esac
END
}

@test "without the question nothing is asked and told of it" {
  have docker
  run_engine locate --engine docker
  same "${output}" "engine=docker
path=${bin}/docker
version=28.2.2
mode=docker-rootful"
  same "$(calls | grep -c docker)" 3
}

@test "rootless podman, up to version 4: slirp4netns, without a question" {
  have podman
  way --engine podman
  same "${told}" 'slirp4netns|127.0.0.1|host.containers.internal|'
  same "$(calls | grep -c podman)" 2
}

@test "rootless podman, from version 5 on: what it says" {
  have podman
  podman_service true false 5.4.2 - - pasta
  way --engine podman
  same "${told}" 'pasta|127.0.0.1|127.0.0.1|'
  podman_service true false 5.4.2 - - slirp4netns
  way --engine podman
  same "${told}" 'slirp4netns|127.0.0.1|host.containers.internal|'
  podman_service true false 7.0.0 - - other
  way --engine podman
  contains "${told}" 'host-unreachable|the network of podman is made by other'
}

@test "root's podman needs slirp4netns" {
  have podman
  podman_service false false 4.3.1 - - -
  way --engine podman
  contains "${told}" "host-unreachable|the bridge of root's podman is not there before its containers|install slirp4netns"
  ln -s /bin/true "${bin}/slirp4netns"
  way --engine podman
  same "${told}" 'slirp4netns|127.0.0.1|host.containers.internal|'
}

@test "root's docker on this machine: the gateway of its bridge" {
  have docker
  docker_service "$(uname -n)" "$(uname -r)" 'fd00::1 172.31.254.1 '
  way --engine docker
  same "${told}" 'gateway=172.31.254.1|172.31.254.1|host.docker.internal|'
  contains "$(calls | tail -n 1)" 'docker <network> <inspect> <bridge> <--format>'
  docker_service "$(uname -n)" "$(uname -r)" ''
  way --engine docker
  contains "${told}" 'host-unreachable|docker'\''s network "bridge" has no gateway|'
}

@test "docker on another machine is refused, and named" {
  have docker
  docker_service elsewhere 6.1.0 172.17.0.1
  way --engine docker
  same "${told}" "host-unreachable|docker runs its containers on another machine (elsewhere 6.1.0)\
|run Maven on the machine that has the containers, or remove enable_host_ssh|"
  docker_service "$(uname -n)" 0.0.1 172.17.0.1
  way --engine docker
  contains "${told}" 'host-unreachable|docker runs its containers on another machine'
}

@test "Docker Desktop leads to the loopback; a rootless docker is refused" {
  have docker
  behave docker info <<<"printf 'Docker Desktop;name=seccomp;\n'"
  way --engine docker
  same "${told}" 'proxy|127.0.0.1|host.docker.internal|'
  behave docker info <<<"printf 'Fedora;name=seccomp;name=rootless;\n'"
  way --engine docker
  contains "${told}" 'host-unreachable|the network of a rootless docker keeps'
}

@test "a remote podman: of this machine, of its virtual machine, of another" {
  have podman
  podman_service true true 4.9.3 "$(uname -n)" "$(uname -r)" -
  way --engine podman
  same "${told}" 'slirp4netns|127.0.0.1|host.containers.internal|'
  podman_service true true 5.4.2 localhost 6.11.0 pasta
  behave podman system <<<"printf 'ssh://core@127.0.0.1:53298/run/user/501/podman/podman.sock\n'"
  way --engine podman
  same "${told}" 'proxy|127.0.0.1|host.containers.internal|'
  behave podman system <<<"printf 'ssh://me@build.example:22/run/user/1000/podman/podman.sock\n'"
  way --engine podman
  contains "${told}" 'host-unreachable|podman runs its containers on another machine (localhost 6.11.0)|'
  export CONTAINER_HOST=ssh://me@build.example/run/podman.sock
  behave podman system <<<"printf 'ssh://core@127.0.0.1:53298/run/podman.sock\n'"
  way --engine podman
  contains "${told}" 'host-unreachable|podman runs its containers on another machine'
}

@test "podman's service behind docker's client" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  docker_service "$(uname -n)" "$(uname -r)" -
  behave docker context <<<"printf 'unix://%s\n' '${HOME}'"
  ln -s /bin/true "${bin}/slirp4netns"
  way --engine docker
  same "${told}" 'slirp4netns|127.0.0.1|host.containers.internal|'
  docker_service elsewhere 6.1.0 -
  way --engine docker
  contains "${told}" 'host-unreachable|docker runs its containers on another machine'
}

@test "out of a sandbox there is none" {
  have podman
  told=$(engine_mode=podman-rootless engine_owner=rootless engine_version=4.3.1 sandbox_files=/proc/1/fd/4 sandbox_named='this Flatpak' \
    in_shell way 'set_way || printf "%s|%s" "${error}" "${cure}"')
  same "${told}" "commands would run in this Flatpak, whose network is not the host's|run Maven on the host, or remove enable_host_ssh"
}

@test "an engine that was kept and does not answer is looked for anew" {
  have podman docker
  engine locate --engine docker --engine podman >/dev/null
  behave docker info <<<'exit 1'
  run_engine locate --engine docker --engine podman --host-way
  [ "${status}" -eq 0 ]
  contains "${output}" "path=${bin}/podman"
  contains "${output}" 'host_way=slirp4netns'
  contains "${stderr}" "${bin}/docker: service does not answer"
}

@test "an engine that answers, but not this, is told of" {
  have docker
  docker_service "$(uname -n)" "$(uname -r)" -
  behave docker network <<<'exit 1'
  way --engine docker
  contains "${told}" 'host-unreachable|docker does not tell how its containers reach this machine: "docker network" fails|'
}

# The arguments of run that make the way.
network() {
  run_engine run --engine "$1" --image debian:1 --port 80 --host-port "$2" -- true
  same "${status}" 0
  calls | tail -n 1 | sed -n 's/.*<--label> <OWNER>\(.*\) <--volume> <TMP[^>]*mount.*/\1/p' |
    sed -e 's/ <--userns=keep-id>//' -e 's/ <--user> <[0-9:]*>//'
}

@test "what run makes of each way" {
  have podman docker
  same "$(network podman slirp4netns:45123)" ' <--network> <slirp4netns:allow_host_loopback=true> <--add-host> <host.containers.internal:10.0.2.2>'
  same "$(network podman pasta:45123)" ' <--network> <pasta:-T,45123>'
  same "$(network docker gateway=172.17.0.1:45123)" ' <--add-host> <host.docker.internal:172.17.0.1>'
  same "$(network docker proxy:45123)" ''
}

@test "docker's client in front of podman's service has another word for the network" {
  have docker
  behave docker version <<<"printf '4.3.1 Podman Engine;Conmon;\n'"
  behave docker context <<<"printf 'unix:///nowhere\n'"
  run_engine run --engine docker --image debian:1 --host-port slirp4netns:45123 -- true
  same "${status}" 0
  contains "$(calls | grep '^docker <create>')" ' <--network> <name=slirp4netns:allow_host_loopback=true> <--add-host> <host.containers.internal:10.0.2.2> '
}

@test "without a way the network is the engine's own" {
  have podman docker
  for name in podman docker; do
    run_engine run --engine "${name}" --image debian:1 -- true
    [[ $(calls | tail -n 1) != *'<--network>'* ]]
    [[ $(calls | tail -n 1) != *'<--add-host>'* ]]
  done
}

@test "mistakes in --host-port" {
  for port in 45123 slirp4netns slirp4netns: bridge:1 'pasta:1,2' 'gateway=fd00::1:22 --privileged' pasta:x; do
    run_engine run --image i --host-port "${port}" -- true
    same "${port} ${status} ${stderr%%$'\n'*}" \
      "${port} 64 invowk-engine: run: --host-port is WAY:NUMBER, and locate --host-way tells WAY"
  done
  run_engine image --image i --host-port pasta:1
  same "${stderr%%$'\n'*}" 'invowk-engine: image: --host-port is an option of the verb run'
}
