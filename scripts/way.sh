# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# way.sh - how a command in a container reaches a port of this machine, without that others reach it.
#
# sourced by locate.sh; needs what find_engine and set_sandbox set. Ways, and what container.sh makes of them:
#   slirp4netns      podman's network of a user: with an option its gateway leads to the loopback of this machine
#   pasta            the same by another program: one port of the loopback here is one of the container's
#   gateway=ADDRESS  docker's bridge: this machine is the gateway of all containers on it
#   proxy            docker's and podman's virtual machines: a name leads to the loopback of the machine around them

# Sets way, way_address (of this machine, to listen on) and way_name (what a container calls it). Fails with error and cure set, and
# unanswered (yes) if the engine did not answer.
set_way() {
  way=
  unanswered=
  way_address=127.0.0.1
  way_name=host.containers.internal
  error=
  cure='run Maven on the machine that has the containers, or remove enable_host_ssh'
  if [ -n "${sandbox_files-}" ]; then
    error="commands would run in ${sandbox_named}, whose network is not the host's"
    cure='run Maven on the host, or remove enable_host_ssh'
    return 1
  fi
  case ${engine_mode} in
    podman-rootless | podman-rootful) set_podman_way ;;
    podman-remote)
      set_machine '{{.Host.Hostname}} {{.Host.Kernel}}' || return
      if [ -n "${is_own}" ]; then
        set_podman_way
      elif is_virtual_machine; then
        way=proxy
      else
        refuse_far
      fi
      ;;
    podman-socket)
      set_machine '{{.Name}} {{.KernelVersion}}' || return
      if [ -n "${is_own}" ]; then set_podman_way; else refuse_far; fi
      ;;
    docker-rootful)
      set_machine '{{.Name}} {{.KernelVersion}}' || return
      if [ -n "${is_own}" ]; then set_gateway; else refuse_far; fi
      ;;
    docker-desktop)
      way=proxy
      way_name=host.docker.internal
      ;;
    *)
      error='the network of a rootless docker keeps its containers from the loopback of this machine'
      cure='use podman, or a docker of root (-Dinvowk.engines); or remove enable_host_ssh'
      return 1
      ;;
  esac
}

refuse_far() {
  error="${engine_path##*/} runs its containers on another machine (${machine_told})"
  return 1
}

# Sets is_own when the service that the engine's client talks to says the name and the kernel of this machine; $1 asks for them.
set_machine() {
  is_own=
  ask_service info --format "$1" || return
  machine_told=${answer}
  own=$(uname -n) || own=
  kernel=$(uname -r) || kernel=
  [ "${answer}" != "${own} ${kernel}" ] || is_own=yes
}

# Calls the engine's client with "$@"; sets answer. Fails with error set when there is none.
ask_service() {
  answer=$(call_limited "${engine_path}" "$@" </dev/null 2>/dev/null) || {
    unanswered=yes
    error="${engine_path##*/} does not tell how its containers reach this machine: \"${engine_path##*/} $1\" fails"
    cure='invowk:doctor tells more of the engine'
    return 1
  }
}

# From version 5 on podman has pasta, unless it is told otherwise; only its own client can ask. Root has no pasta.
set_podman_way() {
  program=slirp4netns
  case ${engine_owner}:${engine_version} in
    rootless:[1-4].*) ;;
    rootless:*)
      if [ "${engine_client}" != podman ]; then
        error="docker's client cannot tell which network podman ${engine_version} gives its containers"
        cure='install podman beside it, or name it (-Dinvowk.engines=podman); or remove enable_host_ssh'
        return 1
      fi
      ask_service info --format '{{.Host.RootlessNetworkCmd}}' || return
      program=${answer}
      ;;
    *)
      command -v slirp4netns >/dev/null || {
        error="the bridge of root's podman is not there before its containers"
        cure='install slirp4netns, or run Maven as an ordinary user; or remove enable_host_ssh'
        return 1
      }
      ;;
  esac
  case ${program} in
    slirp4netns) way=slirp4netns ;;
    pasta)
      way=pasta
      way_name=127.0.0.1
      ;;
    *)
      error="the network of podman is made by ${program}, of which nothing is known"
      cure='set default_rootless_network_cmd to pasta or slirp4netns in containers.conf; or remove enable_host_ssh'
      return 1
      ;;
  esac
}

# Whether a remote podman is that of a virtual machine of this one, which is called through a port of the loopback.
is_virtual_machine() {
  service=${CONTAINER_HOST-}
  if [ -z "${service}" ]; then
    ask_service system connection list --format '{{if .Default}}{{.URI}}{{end}}' || return
    service=${answer}
  fi
  case ${service} in
    *://*@127.0.0.1:* | *://*@localhost:*) ;;
    *) return 1 ;;
  esac
}

# Sets way to that by the bridge that docker gives its containers.
set_gateway() {
  ask_service network inspect bridge --format '{{range .IPAM.Config}}{{.Gateway}} {{end}}' || return
  for gateway in ${answer}; do
    case ${gateway} in
      *[!0-9.]*) ;;
      *)
        way=gateway=${gateway}
        way_address=${gateway}
        way_name=host.docker.internal
        return 0
        ;;
    esac
  done
  error="docker's network \"bridge\" has no gateway"
  cure='take "bridge": "none" out of daemon.json; or remove enable_host_ssh'
  return 1
}
