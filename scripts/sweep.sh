# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# sweep.sh - removes what a call of the engine left that was killed: its container, its build, and its work directory.
#
# sourced after state.sh, limit.sh, engine.sh, identity.sh, lock.sh, monitors.sh, builds.sh
#
# Beside each work directory, and before it, is a file "owner.NAME" of four lines: the owner (identity.sh); the container's name,
# or "-"; the engine's client, its path and what chooses its service; the image that the call needs.

# Writes that file for the work directory, with container name $1.
sign_work() {
  printf '%s\n' "${host} ${machine} ${boot} ${pid_namespace} ${caller_uid} $$ ${process_start}" "$1" \
    "${engine_client} ${engine_path} ${engine_service}" "${image}" >"${state}/owner.${work##*/}"
}

# Removes what calls of ended owners left, if it belongs to the service of engine_path: the name of a container means nothing to
# another. Nothing is started when nothing is left.
sweep() {
  for signed in "${state}"/owner.*; do
    if is_left "${signed}"; then
      left=${state}/${signed##*/owner.}
      sweep_left || :
    fi
  done
}

# Removes directory ${left} and what it stands for, unless another call is at it: that one need not be waited for. The lock is on
# ${signed}, and goes with it.
sweep_left() {
  if command -v flock >/dev/null; then
    { flock -n 8 && remove_left; } 2>/dev/null 8<"${signed}"
  else
    lock_file=${state}/sweeper.${left##*/}
    if ln -s "$$" "${lock_file}.link" 2>/dev/null; then
      remove_left || :
      rm -f -- "${lock_file}.link"
    elif holder=$(readlink "${lock_file}.link") && ! kill -0 "${holder}" 2>/dev/null; then
      # for the next call
      take_over
    fi
  fi
}

# Whether file $1 is of an ended owner and of this service. Sets proof and left_container.
is_left() {
  read_owner "$1" && [ "${left_service}" = "${engine_client} ${engine_path} ${engine_service}" ] || return
  # shellcheck disable=SC2086 # words
  prove_end ${left_owner}
}

# Sets left_owner, left_container, left_service and left_image from file $1.
read_owner() {
  [ -f "$1" ] || return
  {
    read -r left_owner
    read -r left_container
    IFS= read -r left_service
    read -r left_image
  } 2>/dev/null <"$1"
}

# Removes the container and then the directory, which another call may have done meanwhile. The client of the killed call may still be about to make the container: without the
# launcher it could not run the command, and it is killed, as one that builds is; what the service then makes of its last request is
# left to the next sweep, with the directory.
remove_left() {
  is_left "${signed}" || return
  rm -f -- "${left}/mount/launch"
  kill_clients
  release_reader
  remove_build "${left}" || return
  if [ "${left_container}" != - ]; then
    remove_container_of "${proof}" "${left_container}" || return
    [ "${engine_client}-${proof}" != podman-process ] || end_monitors "${left_container}"
  fi
  [ -n "${clients}" ] || remove_work "${left}"
}

# Leaves the work directory of this call, whose container could not be removed, to the sweep of a later one.
leave_work() {
  rm -rf -- "${work}/mount"
  work=
}

# A reader of the killed call may wait for the client that was to write to this pipe: it finds a writer, and the end. Another sweep
# may have removed the pipe meanwhile.
release_reader() {
  if [ -p "${left}/stderr" ]; then
    true 2>/dev/null <>"${left}/stderr" || :
  fi
}

# Kills the engine's clients that make the container of directory ${left}, or build: they alone name its file "cid", or "build". Sets
# clients to the files in /proc that tell of them.
kill_clients() {
  set -- /proc/[0-9]*/cmdline
  # what is looked for is no argument: grep would find itself
  clients=$(printf '%s\n' "${left}/cid" "${left}/build" | grep -l -s -F -f - "$@") || :
  kill_listed "${clients}"
}

# Removes container $2 of an ended owner and the one of copy.sh, in whatever state they are; but one that runs only if the owner's process is known to have
# ended. Succeeds when there is none; fails with 124 when the engine hung.
remove_container_of() {
  left_name=$2
  case ${engine_client}-$1 in
    podman-process) set -- --force --time 0 --ignore "${left_name}-pin" ;;
    podman-*) set -- --ignore "${left_name}-pin" ;;
    *-process) set -- --force ;;
    *) set -- ;;
  esac
  removed=0
  answer=$(call_limited "${engine_path}" rm "$@" "${left_name}" </dev/null 2>&1 8>&-) || removed=$?
  case ${removed}-${answer} in
    0-* | 124-*) return "${removed}" ;;
    *[Nn]'o such container'*) ;;
    *) return 1 ;;
  esac
}
