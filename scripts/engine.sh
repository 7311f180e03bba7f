# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# engine.sh - finds a container engine whose service answers, and what must be known of it.
#
# sourced after state.sh, supervise.sh, limit.sh and lock.sh; needs an open state directory. Sets
#   engine_client   podman or docker: whose options the program at engine_path takes
#   engine_name     podman or docker: what answers behind it
#   engine_path, engine_version
#   engine_mode     podman-rootless podman-rootful podman-remote podman-socket docker-rootful docker-rootless docker-desktop
#   engine_owner    rootless or rootful: whose rights the service has
#   engine_selinux  enabled or disabled, where the service runs
#   engine_storage  podman's directory of images and layers, if it is one that holds copies for other users' ids (copy.sh); else empty
#   engine_service  the variables that choose the service, on one line
#   boot            id of this machine's boot; empty where there is none
#   pid_namespace   inode of the namespace that process numbers are of; empty where there is none
#   rejected        why each engine tried before was passed over, one a line
#   cure            when none is usable: what can be done about it; empty if nothing is known

# Asks the candidates $@ (names or paths) in order, or takes the answer that was kept. Of many calls at a time one asks, the others
# wait for its answer. Fails when none is usable, or when a signal came meanwhile.
find_engine() {
  rejected=
  cure=
  engine_kept=yes
  set_engine_key "$@"
  if ! read_kept_engine; then
    lock engines 'another call, which asks the container engines' || return
    read_kept_engine || ask_candidates "$@" || {
      unlock
      return 69
    }
    unlock
  fi
}

ask_candidates() {
  engine_kept=
  for candidate in "$@"; do
    [ -z "${signal}" ] || return
    if ! set_candidate_path "${candidate}"; then
      reject "${candidate}: ${reason}"
    elif ! ask_engine "${candidate_path}"; then
      reject "${candidate_path}: ${reason}"
    else
      cure=
      keep_engine
      return 0
    fi
  done
  # of a sandbox that has no way out, in which only its own engines count
  [ -z "${no_way_out-}" ] || {
    rejected="the host: ${no_way_out}
${rejected}"
    cure=${way_cure}
  }
  return 69
}

reject() {
  rejected="${rejected}$1
"
}

# Sets candidate_path to the program of candidate $1, or reason. No process: this is done before every run.
set_candidate_path() {
  case $1 in
    /*) candidate_path=$1 ;;
    */*) candidate_path=${PWD}/$1 ;;
    *)
      rest=${PATH}:
      while [ -n "${rest}" ]; do
        candidate_path=${rest%%:*}
        candidate_path=${candidate_path:-.}/$1
        rest=${rest#*:}
        [ ! -f "${candidate_path}" ] || [ ! -x "${candidate_path}" ] || return 0
      done
      reason='not on PATH'
      return 1
      ;;
  esac
  [ ! -f "${candidate_path}" ] || [ ! -x "${candidate_path}" ] || return 0
  reason='not an executable file'
  return 1
}

# Sets engine_service, boot, pid_namespace, and engine_key to all that the answer depends on, on one line. inode, size and time of
# the programs and of the files that choose their service, and the namespace, come from one ls.
set_engine_key() {
  boot=
  [ ! -r /proc/sys/kernel/random/boot_id ] || read -r boot </proc/sys/kernel/random/boot_id
  flatten "${DOCKER_HOST-}|${DOCKER_CONTEXT-}|${DOCKER_CONFIG-}|${DOCKER_TLS_VERIFY-}|${CONTAINER_HOST-}|${CONTAINER_CONNECTION-}\
|${CONTAINERS_CONF-}|${CONTAINERS_CONF_OVERRIDE-}|${CONTAINERS_STORAGE_CONF-}|${STORAGE_DRIVER-}|${STORAGE_OPTS-}|${XDG_CONFIG_HOME-}|${XDG_DATA_HOME-}\
|${XDG_RUNTIME_DIR-}|${HOME-}"
  engine_service=${flat}
  engine_key="2|${boot}|${caller_uid}|$*|${engine_service}"
  candidates=$#
  while [ "${candidates}" -gt 0 ]; do
    ! set_candidate_path "$1" || set -- "$@" "${candidate_path}"
    shift
    candidates=$((candidates - 1))
  done
  for chooser in "${DOCKER_CONFIG:-${HOME-}/.docker}/config.json" \
    "${XDG_CONFIG_HOME:-${HOME-}/.config}/containers/containers.conf" /etc/containers/containers.conf \
    "${XDG_CONFIG_HOME:-${HOME-}/.config}/containers/storage.conf" /etc/containers/storage.conf /proc/self/ns/pid; do
    [ ! -e "${chooser}" ] || set -- "$@" "${chooser}"
  done
  listing=
  [ "$#" -eq 0 ] || listing=$(ls -Llid -- "$@" 2>/dev/null) || :
  pid_namespace=
  programs=
  while read -r line; do
    case ${line} in
      # its time is that of the question
      *' /proc/self/ns/pid') pid_namespace=${line%% *} ;;
      *) programs="${programs} ${line}" ;;
    esac
  done <<END
${listing}
END
  flatten "${engine_key}|${programs}"
  engine_key=${flat}
}

# Sets flat to the text $1 with its line breaks made blanks.
flatten() {
  flat=$1
  while :; do
    case ${flat} in
      *"
"*) flat="${flat%%"
"*} ${flat#*"
"}" ;;
      *) break ;;
    esac
  done
}

# The file of kept answers holds three lines for each: "key KEY", "storage DIRECTORY" and
# "engine CLIENT NAME VERSION MODE OWNER SELINUX PATH".
read_kept_engine() {
  [ -f "${state}/engines" ] || return
  kept_key=
  while read -r word rest; do
    case ${word} in
      key) kept_key=${rest} ;;
      storage) engine_storage=${rest} ;;
      *) [ "${kept_key}" != "${engine_key}" ] || break ;;
    esac
  done <"${state}/engines"
  [ "${kept_key}" = "${engine_key}" ] || return
  read -r engine_client engine_name engine_version engine_mode engine_owner engine_selinux engine_path <<END
${rest}
END
}

# Keeps the answer, in one write. A path with a line break cannot be kept.
keep_engine() {
  flatten "${engine_path}"
  [ "${flat}" = "${engine_path}" ] || return 0
  printf '%s %s\n' key "${engine_key}" storage "${engine_storage}" \
    engine "${engine_client} ${engine_name} ${engine_version} ${engine_mode} ${engine_owner} ${engine_selinux} ${engine_path}" \
    >>"${state}/engines"
}

forget_engines() {
  rm -f -- "${state}/engines"
}

# Asks the program at path $1 what it is; sets the engine_ variables, or reason. podman's answer waits for its storage lock, which
# another podman may hold for a minute with nothing wrong. Fails, too, when a signal came.
ask_engine() {
  engine_path=$1
  said=$(mktemp "${state}/said.XXXXXXXXXX") || return
  asked=0
  ask_client || asked=$?
  rm -f -- "${said}" "${said}.answer"
  return "${asked}"
}

# Calls the program with "$@"; sets answer to what it writes to stdout.
ask() {
  in_phase 'told about itself' "${said}"
  child=starting
  "${engine_path}" "$@" </dev/null >"${said}.answer" 2>"${said}" 3<&- 8>&- &
  child=$!
  await_child || return
  answer=$(cat -- "${said}.answer")
  return "${child_status}"
}

ask_client() {
  # the only question that needs no service and no lock; the program's name proves nothing (docker may be podman's)
  ask --version || {
    set_reason 'does not run'
    return 1
  }
  client=${answer}
  case ${client} in
    podman*) ask_podman ;;
    [Dd]ocker*) ask_docker ;;
    *)
      reason="is neither podman nor docker: ${client}"
      return 1
      ;;
  esac
}

ask_podman() {
  engine_client=podman
  engine_name=podman
  question='{{.Host.Security.Rootless}} {{.Host.ServiceIsRemote}} {{.Host.Security.SELinuxEnabled}} {{.Version.Version}}'
  question="${question} {{.Store.GraphDriverName}}"
  question="${question}{{with index .Store.GraphOptions \"overlay.mount_program\"}}-by-program{{end}} {{.Store.GraphRoot}}"
  ask info --format "${question}" || {
    set_reason 'service does not answer'
    return 1
  }
  read -r rootless remote labels engine_version driver engine_storage <<END
${answer}
END
  [ "${driver}" = overlay ] || engine_storage=
  engine_owner=rootful
  [ "${rootless}" != true ] || engine_owner=rootless
  engine_mode=podman-${engine_owner}
  [ "${remote}" != true ] || engine_mode=podman-remote
  engine_selinux=disabled
  [ "${labels}" != true ] || engine_selinux=enabled
}

ask_docker() {
  engine_client=docker
  engine_storage=
  if ! {
    ask version --format '{{.Server.Version}} {{range .Server.Components}}{{.Name}};{{end}}' && service=${answer} &&
      ask info --format '{{.OperatingSystem}};{{range .SecurityOptions}}{{.}};{{end}}'
  }; then
    set_reason 'service does not answer'
    return 1
  fi
  security=${answer}
  read -r engine_version components <<END
${service}
END
  engine_owner=rootful
  engine_selinux=disabled
  case ";${security}" in *';name=rootless;'* | *';rootless;'*) engine_owner=rootless ;; *) ;; esac
  case ";${security}" in *';name=selinux;'* | *';selinux;'*) engine_selinux=enabled ;; *) ;; esac
  engine_name=docker
  engine_mode=docker-${engine_owner}
  case ${components} in
    'Podman Engine;'*)
      engine_name=podman
      engine_mode=podman-socket
      ask_socket_owner
      ;;
    *)
      case ${security} in 'Docker Desktop;'*) engine_mode=docker-desktop ;; *) ;; esac
      ;;
  esac
}

# podman behind docker's client need not say that it is rootless: then its socket belongs to another user than root.
ask_socket_owner() {
  socket=${DOCKER_HOST-}
  if [ -z "${socket}" ]; then
    ask context inspect --format '{{.Endpoints.docker.Host}}' || return 0
    socket=${answer}
  fi
  case ${socket} in
    unix://*) listing=$(ls -Lldn -- "${socket#unix://}" 2>/dev/null) || return 0 ;;
    *) return 0 ;;
  esac
  read -r _ _ owner _ <<END
${listing}
END
  [ "${owner}" = 0 ] || engine_owner=rootless
}

# Sets reason to $1 and the last line that the program wrote to stderr. Of several programs the first one with a cure tells it.
set_reason() {
  set_last_line "${said}"
  reason=$1${last_line:+: ${last_line}}
  [ -n "${cure}" ] || set_cure_from ask "${said}"
}
