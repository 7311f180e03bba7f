# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# container.sh - one container: started with our launcher in front of the command, known to have started or not, removed.
#
# sourced after volumes.sh, users.sh, identity.sh, supervise.sh, limit.sh, monitors.sh, sweep.sh, distroless.sh; needs an open work
# directory and the options of the verb run

# yes: this start relabels for SELinux and holds the lock for that
labels_locked=

# Fills the directory that is mounted on /run/invowk. Without a user of ours in the container any uid may run there: the directory is then
# open, inside the work directory, which is not. Fails when something cannot be written.
fill_mount() {
  mount=${work}/mount
  marker=${mount}/started
  if [ -n "${env_file}" ]; then
    (umask 077 && cat -- "${env_file}" >"${mount}/env") || return
  fi
  [ -z "${script}" ] || cp -- "${script}" "${mount}/script/" || return
  open_mount
}

open_mount() {
  [ "${user_mapping}" != none ] || chmod -R a+rwX -- "${mount}"
}

# Runs the container once. "$@": the verb's arguments; of them the volumes, the ports and the command are used. Sets child_status.
# Fails when a signal came, or with error and cause set when a volume cannot be mounted.
run_container() {
  nonce=${container_name}.${tries}
  [ -z "${is_told}" ] || : >"${mount}/proof" || fail_to_write
  # what is to be relabelled for SELinux by this start
  relabelled=
  [ "${tty}" = no ] || nonce=-
  left=$#
  while [ "$1" != -- ]; do
    case $1 in
      --volume)
        set_volume "$2" || return
        set -- "$@" --volume "${volume}"
        ;;
      --port) set -- "$@" --publish "$2" ;;
      --tty | --force-rebuild)
        shift
        left=$((left - 1))
        continue
        ;;
      *) ;;
    esac
    shift 2
    left=$((left - 2))
  done
  shift
  left=$((left - 1))
  if [ -n "${distroless}" ]; then
    # the command's first word is the program
    set_distroless_environment || return
    [ -z "${workdir}" ] || set -- "$@" --workdir "${workdir}"
    set -- "$@" --env-file "${work}/environment" --entrypoint "$1" "${image}"
    shift
    left=$((left - 1))
  else
    set -- "$@" --entrypoint /bin/sh "${image}" /run/invowk/launch "${nonce}" "${workdir}"
  fi
  while [ "${left}" -gt 0 ]; do
    set -- "$@" "$1"
    shift
    left=$((left - 1))
  done
  # from here on "$@" grows at its front
  share "${mount}" || {
    refuse_private
    return 64
  }
  [ -z "${script}" ] || set -- --volume "${shared}/script:/run/invowk/script:ro${own_relabel:+,${own_relabel}}" "$@"
  set -- --volume "${shared}:/run/invowk${own_relabel:+:${own_relabel}}" "$@"
  if [ -n "${workspace}" ]; then
    set_workspace_volume || return
    set -- --volume "${volume}" "$@"
  fi
  case ${host_port} in
    slirp4netns:*)
      network=slirp4netns:allow_host_loopback=true
      # docker's client takes what has an equals sign for a list of keys
      [ "${engine_client}" = podman ] || network=name=${network}
      set -- --network "${network}" --add-host host.containers.internal:10.0.2.2 "$@"
      ;;
    pasta:*) set -- --network "pasta:-T,${host_port#*:}" "$@" ;;
    gateway=*)
      gateway=${host_port#*=}
      set -- --add-host "host.docker.internal:${gateway%:*}" "$@"
      ;;
    *) ;;
  esac
  [ -z "${security_label}" ] || set -- --security-opt "label=${security_label}" "$@"
  [ "${user_mapping}" = none ] || set -- --user "${caller_uid}:${caller_gid}" "$@"
  [ "${user_mapping}" != keep ] || set -- --userns=keep-id "$@"
  [ -z "${session}" ] || set -- --label "io.invowk.session=${session}" "$@"
  set -- --label "io.invowk.host=${host}" --label "io.invowk.machine=${machine}" --label "io.invowk.boot=${boot}" \
    --label "io.invowk.namespace=${pid_namespace}" --label "io.invowk.uid=${caller_uid}" --label "io.invowk.pid=$$" \
    --label "io.invowk.started=${process_start}" "$@"
  [ "${tty}" = no ] || set -- --tty "$@"
  case ${engine_mode} in
    podman-rootless | podman-rootful) set -- --conmon-pidfile "${work}/monitor" "$@" ;;
    *) ;;
  esac
  set -- --init --pull=never --interactive --name "${container_name}" --cidfile "${work}/cid" "$@"
  exposed=yes
  # an engine refuses to write over the one of the try before
  [ ! -e "${work}/cid" ] || rm -f -- "${work}/cid" "${work}/monitor"
  if [ "${engine_mode}" = podman-socket ] || [ -n "${distroless}" ]; then
    create_and_start "$@"
  else
    set -- run --rm "$@"
    run_client "$@"
  fi
}

# In two calls: for docker's client in front of a podman service, whose "run --rm" always exits with 0; and for an image without a
# shell, of whose container only the engine knows whether it started.
create_and_start() {
  in_phase 'made the container' "${work}/log"
  child=starting
  held=yes
  "${engine_path}" create "$@" </dev/null >/dev/null 2>"${work}/log" 3<&- &
  child=$!
  await_child || return
  [ "${child_status}" -eq 0 ] || return 0
  relayed=yes
  attached=0
  set -- start --attach --interactive "${container_name}"
  # docker's client would tell the command's stderr that it did not learn the status
  [ "${engine_mode}" != podman-socket ] || set -- --log-level fatal "$@"
  if [ -n "${distroless}" ]; then
    start_distroless "$@" || attached=1
  else
    run_client "$@" || attached=1
  fi
  [ "${attached}" -eq 0 ] || await_command
  return "${attached}"
}

# A client that attaches may end at a signal that a terminal gave it; the command has its time all the same.
await_command() {
  if ! has_started || [ "${signal}" = USR2 ]; then
    return 0
  fi
  child=starting
  "${engine_path}" wait "${container_name}" </dev/null >/dev/null 2>&1 3<&- 8>&- &
  child=$!
  await_child || :
}

# Runs the engine's client on the streams of the command. What it says before the launcher's line with the nonce goes into the log;
# what comes after is the command's. With a terminal the command has no stderr of its own.
run_client() {
  in_phase 'started the container' "${work}/log"
  child=starting
  # podman by itself makes no container any more once it has ended; a service goes on
  case ${engine_mode} in
    podman-rootless | podman-rootful) ;;
    *) held=yes ;;
  esac
  if [ "${tty}" = yes ]; then
    # nothing tells when its command starts
    [ -z "${labels_locked}" ] || unlock
    labels_locked=
    "${engine_path}" "$@" <&3 2>"${work}/log" 3<&- &
    child=$!
    await_child
  else
    split_stderr <"${work}/stderr" 3<&- &
    reader=$!
    [ -z "${labels_locked}" ] || leave_lock
    labels_locked=
    "${engine_path}" "$@" <&3 2>"${work}/stderr" 3<&- &
    child=$!
    await_child || return
    await_reader
  fi
}

# The background process that reads the client's stderr; it ends with its input, not with signals to the process group.
# POSIX, read: no byte beyond the line is taken from a pipe, so cat goes on exactly there.
split_stderr() {
  trap '' INT TERM HUP
  : >"${work}/log"
  while IFS= read -r line || [ -n "${line}" ]; do
    if [ "${line}" = "${nonce}" ]; then
      [ -z "${labels_locked}" ] || note_labels
      [ -z "${labels_locked}" ] || unlock
      exec cat >&2
    fi
    printf '%s\n' "${line}" >>"${work}/log"
  done
  [ -z "${labels_locked}" ] || unlock
}

# Waits until what the client wrote has been read; after a signal the container must be removed first, for what serves it may hold
# the stream. A client that ended before it was one never opened the pipe, and the reader would wait for that: it is done here.
await_reader() {
  [ -n "${reader}" ] || return 0
  opener=
  if ! has_started; then
    : >"${work}/stderr" &
    opener=$!
  fi
  while kill -0 "${reader}" 2>/dev/null; do
    wait "${reader}" || :
  done
  reader=
  if [ -n "${opener}" ]; then
    kill -s KILL "${opener}" 2>/dev/null || :
    # bash tells of the killed one, here
    wait "${opener}" 2>/dev/null || :
  fi
}

# The container could not be removed, so what serves it may hold the stream for ever; or nothing more is expected from it.
drop_reader() {
  [ -n "${reader}" ] || return 0
  kill -s KILL "${reader}" 2>/dev/null || :
  wait "${reader}" 2>/dev/null || :
  reader=
}

has_started() {
  [ -e "${marker}" ]
}

# Whether podman's monitor of the container is there: without asking an engine, for each run that ended.
is_monitored() {
  [ -s "${work}/monitor" ] || return
  # conmon writes no line break
  read -r monitor <"${work}/monitor" || :
  read -r program 2>/dev/null <"/proc/${monitor}/comm" && [ "${program}" = conmon ]
}

# Whether the monitor still has the container's first process. At the end of a run it is there for a moment longer, alone or with the
# podman that tidies up.
is_command_monitored() {
  is_monitored || return
  list=/proc/${monitor}/task/${monitor}/children
  # not every kernel has the list
  [ -e "${list}" ] || return 0
  children=
  # it has no line break either
  read -r children 2>/dev/null <"${list}" || :
  for first in ${children}; do
    program=
    read -r program 2>/dev/null <"/proc/${first}/comm" || continue
    case ${program} in
      podman | exe) ;;
      *) return 0 ;;
    esac
  done
  return 1
}

# Sets running: yes, no, or unknown when the engine does not answer any more; and command_status if the command has ended and the engine
# knows how. podman takes a container for "initialized" whose start it did not see through.
ask_whether_running() {
  running=no
  command_status=
  if answer=$(call_limited "${engine_path}" container inspect --format '{{.State.ExitCode}} {{.State.Status}}' "${container_name}" </dev/null 2>&1); then
    case ${answer} in
      *running | *initialized | *created | *paused) running=yes ;;
      [!0-9]* | *[!0-9]*' '*) ;;
      *) command_status=${answer% *} ;;
    esac
    return 0
  fi
  case ${answer} in
    *[Nn]'o such container'*) ;;
    *) ask_engine "${engine_path}" || running=unknown ;;
  esac
}

# Removes the container in whatever state it is. Fails with unremoved set when the engine did not do it, and not because there is none:
# "hung", with status 124, or "yes". A service that is at it itself does not say when it is done, and is asked until it is.
remove_container() {
  unremoved=
  attempts=0
  while :; do
    removal=0
    remove_container_of process "${container_name}" || removal=$?
    attempts=$((attempts + 1))
    case ${removal}-${answer}-${attempts} in
      0-*) ;;
      124-*) unremoved=hung ;;
      *'is already in progress'*-30) unremoved=yes ;;
      *'is already in progress'*)
        sleep 1
        continue
        ;;
      *) unremoved=yes ;;
    esac
    break
  done
  ! is_monitored || end_monitors "${container_name}"
  return "${removal}"
}
