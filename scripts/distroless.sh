# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# distroless.sh - a container of an image without a shell: launch.sh cannot run in it, so the engine gives the command its environment
# and tells whether it started.
#
# sourced after messages.sh, supervise.sh, limit.sh; needs an open work directory and the options of the verb run

# the program that the command runs, in an image that is known to have no shell
distroless=

# Sets distroless if an earlier start showed that the image has no shell, and the command needs none.
recall_distroless() {
  set_note distroless "${image}"
  [ ! -e "${note}" ] || ! is_shell_unneeded || distroless=${command_program}
}

is_shell_unneeded() {
  case ${command_program} in
    sh | /bin/sh) return 1 ;;
    *) ;;
  esac
}

# Whether the start failed because the image has no shell, and the command needs none. Then sets distroless. Where words are lost the other
# way may tell more. Ends the run when that start may have read what was meant for the command.
needs_no_shell() {
  set_note distroless "${image}"
  if match_message no-shell "${scripts}/image-errors.txt" "${work}/log"; then
    true >"${note}" || :
  else
    [ "${client_status}" -eq 1 ] && has_lost_words || return
  fi
  is_shell_unneeded || return
  distroless=${command_program}
  if [ -f /dev/fd/3 ] || [ -p /dev/fd/3 ] || [ -S /dev/fd/3 ]; then
    error="the image seems to have no shell, and the start that failed may have read from stdin: run it once more"
    cause=start-failed
    true >"${note}" || :
    fail 70
  fi
}

# podman may lose the words of a container that ends at once, all of them or the end: its init program writes them piece by piece.
has_lost_words() {
  case $(cat -- "${work}/log") in
    *'): failed to exec pid1: '?*) return 1 ;;
    '' | 'ERROR (catatonit:'*) ;;
    *) return 1 ;;
  esac
}

# Writes the environment as the engines read it, one NAME=VALUE a line. Fails with error and cause set when a value has more than one
# line, or when the working directory is missing, which docker would make.
set_distroless_environment() {
  cause=start-failed
  case ${workdir} in
    /workspace | /workspace/*)
      if [ -n "${workspace}" ] && [ ! -d "${workspace}${workdir#/workspace}" ]; then
        error="the working directory does not exist: ${workdir}"
        return 70
      fi
      ;;
    *) ;;
  esac
  error="the private directory ${state} cannot be written"
  (umask 077 && : >"${work}/environment") || return
  quote=$(printf '\001')
  # shellcheck disable=SC1003 # what a quote is written as in the environment file: '\''
  [ -z "${env_file}" ] || sed -e "s/'\\\\''/${quote}/g" -e "s/^export \\([A-Za-z0-9_]*\\)='\\([^']*\\)'\$/\\1=\\2/" -e "s/${quote}/'/g" \
    <"${env_file}" >"${work}/environment" || return
  while IFS= read -r line; do
    case ${line} in
      'export '*)
        line=${line#export }
        error="the image has no shell, and its engine can pass no variable of more than one line: ${line%%=*}"
        return 70
        ;;
      *) ;;
    esac
  done <"${work}/environment"
  if [ "${user}" = caller ] && ! grep -q '^HOME=' "${work}/environment"; then
    printf 'HOME=/run/invowk/home\n' >>"${work}/environment" || return
  fi
  error=
  cause=
}

# Starts the container that was made with "$@". It counts as started from the first moment, until the engine says that it is not.
start_distroless() {
  in_phase 'started the container' "${work}/log"
  child=starting
  : >"${marker}"
  # nothing tells when its command starts
  [ -z "${labels_locked}" ] || unlock
  labels_locked=
  if [ "${tty}" = yes ]; then
    "${engine_path}" "$@" <&3 3<&- &
    child=$!
    await_child || return
  else
    copy_stderr <"${work}/stderr" 3<&- &
    reader=$!
    "${engine_path}" "$@" <&3 2>"${work}/stderr" 3<&- &
    child=$!
    await_child || return
    await_reader
  fi
  has_started_distroless || rm -f -- "${marker}"
}

# The client's stderr is the command's; the first of it is kept for the case that it is the engine's own.
copy_stderr() {
  trap '' INT TERM HUP
  {
    dd bs=4096 count=16 2>/dev/null | tee -- "${work}/log"
    exec cat
  } >&2
}

# Nothing but the engine's word that it did not start counts, or that of its init program, which finds no such program.
has_started_distroless() {
  if answer=$(call_limited "${engine_path}" container inspect --format '{{.State.StartedAt}}' "${container_name}" </dev/null 2>/dev/null); then
    case ${answer} in 0001-*) return 1 ;; *) ;; esac
  fi
  [ -e "${work}/log" ] || return 0
  ! match_message no-program "${scripts}/image-errors.txt" "${work}/log"
}
