# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# run.sh - the verb "run": runs one command in a new container, exactly once.
#
# sourced by invowk-engine; see usage below, and README.md for what the options and the report mean
for part in state messages supervise limit lock template engine identity control copy transient provide options users selinux volumes claim monitors builds sweep distroless container report; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

usage() {
  cat <<'END'
usage: invowk-engine run [OPTION]... -- COMMAND [ARGUMENT]...

Runs one command in a new container; its streams and its exit status go through.

  --image IMAGE          image to run; or
  --containerfile FILE --context DIR --tag TAG
                         image that is built from FILE when TAG does not exist
  --force-rebuild        builds again, without the engine's cache
  --engine NAME|PATH     an engine to try; repeatable, default: podman podman-remote docker
  --workspace DIR        directory that is mounted on /workspace, writable
  --workdir DIR          working directory in the container, default /workspace
  --volume SPEC          host:container[:options]; repeatable
  --port SPEC            port to publish; repeatable
  --host-port WAY:PORT   port of this machine that the command reaches, where and how "locate --host-way" tells
  --env-file FILE        the command's environment, lines of the form: export NAME='value'
  --script FILE          file that is mounted read-only at /run/invowk/script/NAME
  --user caller|image    caller (default): files belong to the caller; image: as the image says
  --selinux MODE         private (default), shared, disable or none
  --level s0:cX,cY       category pair for private, default derived from the project's path
  --tty                  stdin, stdout and stderr are one terminal
  --stop-grace SECONDS   from the first signal to the removal of the container, default 10
  --timeout SECONDS      how long the command may run, default 0: no limit
  --engine-timeout SECONDS
                         how long the engine may take for one thing, or be silent in a pull or a build; default 600, 0: no limit
  --session ID           label of all containers of one session
  --control PIPE         named pipe: the run ends, as with TERM, when nobody has it open for writing any more
  --report FILE          where the report goes, key=value lines

exit: the command's own status once it has started; 124 its time was over; else 64 usage, 69 no engine or image,
      70 the engine failed or hung, 75 it failed for a transient reason three times, 128+n ended by signal n
END
}

# Ends the run: report, clean-up, exit status $2, outcome $1.
finish() {
  ignore_signals
  outcome=$1
  if [ -n "${work:-}" ] && [ -s "${work}/cid" ]; then
    read -r container_id <"${work}/cid" || :
  fi
  if [ -n "${report}" ]; then
    set_now
    ended=${now}
    write_report "${report}" || printf 'invowk-engine: the report cannot be written: %s\n' "${report}" >&2
  fi
  # a service that is gone may still have the container when it is back
  if [ "${unremoved}" = hung ] || { [ -n "${unremoved}" ] && { has_started || [ -s "${work}/cid" ]; }; }; then
    printf 'invowk-engine: %s did not remove the container %s; the next run does\n' "${engine_path##*/}" "${container_name}" >&2
    leave_work
  elif [ -n "${orphaned}" ]; then
    leave_work
  else
    close_work
  fi
  stop_watching
  exit "$2"
}

# Whoever asked for a report tells what is in it.
fail() {
  if [ -z "${report}" ]; then
    printf 'invowk-engine: %s (%s)\n' "${error}" "${cause}" >&2
    show_cure
  fi
  finish not-started "$1"
}

# A signal came, or a limit was over; the client, if there was one, has ended. Its start may still go on without it.
on_interrupt() {
  ignore_signals
  if [ -n "${exposed}" ]; then
    remove_container || :
    if [ -z "${unremoved}${hang}" ]; then await_reader; else drop_reader; fi
  fi
  case ${signal} in
    ALRM)
      error="the command's time of ${timeout} s was over"
      [ -n "${report}" ] || printf 'invowk-engine: %s\n' "${error}" >&2
      finish timed-out 124
      ;;
    USR2)
      error=${hang}
      cause=engine-hung
      fail 70
      ;;
    *) finish interrupted "${signal_status}" ;;
  esac
}

# The container may still be made and started; its command not.
on_hold() {
  rm -f -- "${mount}/launch"
}

# A client that attaches hands a signal on, or not, and ends: podman's of a service never does, docker's is done before or not. Without a
# running command there is nothing to have the signal but the client.
on_relay() {
  call_limited "${engine_path}" kill --signal "${signal_sent}" "${container_name}" </dev/null >/dev/null 2>&1 ||
    kill -s TERM "${child}"
}

on_grace_over() {
  [ -z "${exposed}" ] || remove_container
}

end_if_interrupted() {
  [ -z "${signal}" ] || on_interrupt
}

locate_engine() {
  find_engine_among "$@" || {
    end_if_interrupted
    [ -n "${report}" ] || printf '%s' "${rejected}" >&2
    error='no container engine'
    cause=engine-unavailable
    fail 69
  }
  set_user_mapping "${user}"
  set_labels "${selinux}" "${level}" "${workspace}"
  case ${sandbox-} in
    container-socket*) locate_mounts ;;
    *) ;;
  esac
}

# In a container with an engine's socket: what is shared with the engine's machine, or ends the run.
locate_mounts() {
  # shellcheck source=scripts/shared.sh
  . "${scripts}/shared.sh"
  mounts_known=0
  set_own_mounts || mounts_known=$?
  end_if_interrupted
  [ "${mounts_known}" -eq 0 ] || fail "${mounts_known}"
}

# Makes sure of the image, or ends the run.
provide() {
  provided=0
  image_action=
  provide_image || provided=$?
  end_if_interrupted
  [ "${provided}" -eq 0 ] || {
    # the start may have said more than that there is no image
    [ -n "${cure}" ] || set_cure_from run "${work}/log"
    fail "${provided}"
  }
}

# Whether the start found no image. The client's own words count first: since then another call may have made the image.
found_no_image() {
  match_message image-missing "${scripts}/image-errors.txt" "${work}/log" || {
    ! is_image_present
    found=$?
    end_if_interrupted
    return "${found}"
  }
}

# The container did not start and its image is there: whether the engine that was kept from earlier calls is still the one.
is_other_engine() {
  [ -n "${engine_kept}" ] || return
  former=${engine_path}
  ! ask_engine "${engine_path}" || return
  end_if_interrupted
  forget_engines
  locate_engine "$@"
  [ "${engine_path}" != "${former}" ]
}

# The command has started and the status may be the client's own: one that was killed, that could not write what the command said, or
# whose service ended, leaves the container running. podman that gets TERM or INT while it starts a container ends with 0 or 1.
end_if_lost() {
  ask_whether_running
  case ${running} in
    yes)
      remove_container || :
      error="${engine_client} ended with status ${client_status} while the command ran; the container was removed"
      ;;
    unknown)
      unremoved=yes
      error="${engine_client} ended with status ${client_status} while the command ran, and does not answer any more: ${reason}"
      ;;
    *) return 0 ;;
  esac
  [ "${client_status}" -ge 125 ] || client_status=70
  finish interrupted "${client_status}"
}

# docker's client ends with 1 at the third signal, whatever its command does; else only when the command did.
may_be_lost() {
  [ "${engine_client}:${client_status}" = docker:1 ]
}

# Without its client a service may have started the command until its container was removed; and it may make the container yet.
end_if_late() {
  case ${engine_mode}:${client_status} in
    podman-rootless:* | podman-rootful:*) ;;
    *:129 | *:1[3-9]?) orphaned=yes ;;
    *) ;;
  esac
  has_started || return 0
  error="${engine_client} ended with status ${client_status} before the command had started; it started then, and the container was removed"
  [ "${client_status}" -ge 125 ] || client_status=70
  finish interrupted "${client_status}"
}

# Runs the container until its command has started, or is known not to start.
run() {
  tries=0
  provided_for=
  recall_distroless
  [ "${force_rebuild}" = no ] || provide
  while :; do
    if [ -n "${report}" ]; then
      set_now
      started=${now}
    fi
    tries=$((tries + 1))
    ran=0
    { copy_image && claim_volumes "$@" && run_container "$@"; } || ran=$?
    end_if_interrupted
    [ "${ran}" -eq 0 ] || fail "${ran}"
    # questions have a status of their own
    client_status=${child_status}
    if has_started; then
      if [ "${engine_mode}" = podman-socket ] || [ -n "${distroless}" ]; then
        # the client's status does not tell, and only "run" removes the container
        end_if_lost
        # podman's service may fail to tell it: it reads its list of events while another container's is written there
        [ "${client_status}" -ne 125 ] || client_status=${command_status:-125}
        remove_container || :
      elif [ "${client_status}" -ge 125 ] || may_be_lost || is_command_monitored; then
        end_if_lost
      fi
      exit_status=${client_status}
      finish exited "${client_status}"
    fi
    remove_container || fail_if_hung
    exposed=
    end_if_late
    end_if_interrupted
    if [ "${provided_for}" != "${engine_path}" ] && found_no_image; then
      if is_other_engine "$@"; then
        sign_work "${container_name}"
        open_mount
      else
        provided_for=${engine_path}
        provide
      fi
      tries=$((tries - 1))
    elif [ -z "${distroless}" ] && needs_no_shell; then
      tries=$((tries - 1))
    elif ! is_worth_another_try run "${tries}" "${work}/log"; then
      end_if_interrupted
      give_up
    fi
  done
}

# A container that could not be removed for another reason may be gone the next time.
fail_if_hung() {
  [ "${unremoved}" = hung ] || return 0
  set_removal_limit
  error="${engine_path##*/} hung: it did not remove the container in ${removal_limit} s"
  cause=engine-hung
  fail 70
}

# Nothing started, and another try would not help.
give_up() {
  set_last_line "${work}/log"
  error=${last_line:-the engine ended with status ${client_status} and did not say why}
  show_messages "${work}/log"
  set_cure_from run "${work}/log"
  case ${error} in
    # what the init programs of podman and docker say
    *[Ee]'xec format error'*) error="the image's ${distroless:-/bin/sh} is for another processor: ${error}" ;;
    *'failed to exec pid1'* | *'[FATAL tini'*) error="the image has no ${distroless:-/bin/sh}: ${error}" ;;
    *) ;;
  esac
  cause=engine-failed
  # the engine writes it when the container is made
  [ ! -s "${work}/cid" ] || cause=start-failed
  [ -z "${transient_exhausted}" ] || fail 75
  fail 70
}

fail_to_write() {
  error="the private directory ${state} cannot be written"
  cause=engine-failed
  set_cure run "${error}"
  fail 70
}

main() {
  container_name=
  # yes: the container may exist
  exposed=
  reader=
  unremoved=
  # yes: the client was killed before the command had started, and its service may not have noticed yet
  orphaned=
  work=
  image_action=
  if ! read_options run "$@"; then
    cause=usage
    outcome=not-started
    [ -z "${report}" ] || write_report "${report}"
    fail_usage
  fi
  # a closed stdin would become the first file that is opened here
  if ! true 2>/dev/null 3<&0; then
    exec </dev/null
  fi
  exec 3<&0
  watch_signals
  open_state || {
    error='no private directory'
    cause=engine-failed
    fail 70
  }
  trap 'end_call' EXIT
  locate_engine "$@"
  set_identity
  [ -z "${control}" ] || watch_control "${control}"
  sweep
  name_work run
  set_container_name
  { sign_work "${container_name}" && open_run && fill_mount; } || fail_to_write
  end_if_interrupted
  image_action=present
  run "$@"
}

main "$@"
