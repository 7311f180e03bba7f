# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# locate.sh - the verb "locate": finds the first container engine whose service answers.
#
# sourced by invowk-engine; see usage below
for part in state messages supervise limit lock engine options; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

usage() {
  cat <<'END'
usage: invowk-engine locate [--engine NAME|PATH]... [--engine-timeout SECONDS] [--host-way]

Finds the first container engine whose service answers. Default order: podman podman-remote docker.

stdout: key=value lines: engine, path, version, mode; with --host-way, which asks how a container reaches this machine, also
        host_way (for --host-port of run), host_address (to listen on), host_name (what the container calls it); or, if it
        cannot, cause=host-unreachable, error, cure
stderr: why each engine was passed over, one reason a line
exit:   0 found, 64 usage, 69 none usable, 70 no private directory for what is found, or one hung; 128+n ended by signal n
END
}

on_interrupt() {
  [ -z "${hang}" ] || printf 'invowk-engine: %s (engine-hung)\n' "${hang}" >&2
  exit "${signal_status}"
}

on_grace_over() {
  :
}

locate() {
  wants_way=no
  left=$#
  while [ "${left}" -gt 0 ]; do
    case $1 in
      --engine | --engine-timeout)
        if [ "${left}" -lt 2 ] || [ -z "$2" ]; then
          usage >&2
          return 64
        fi
        if [ "$1" = --engine ]; then set -- "$@" "$2"; else engine_timeout=$2; fi
        shift 2
        left=$((left - 2))
        ;;
      --host-way)
        wants_way=yes
        shift
        left=$((left - 1))
        ;;
      --help)
        usage
        return 0
        ;;
      *)
        printf 'invowk-engine: locate: unknown argument "%s"\n' "$1" >&2
        usage >&2
        return 64
        ;;
    esac
  done
  [ "$#" -gt 0 ] || set -- podman podman-remote docker
  error=
  check_seconds --engine-timeout "${engine_timeout}"
  if [ -n "${error}" ]; then
    printf 'invowk-engine: locate: %s\n' "${error}" >&2
    usage >&2
    return 64
  fi
  watch_signals
  open_state || return
  located=0
  find_engine "$@" || located=$?
  [ -z "${signal}" ] || on_interrupt
  [ "${located}:${wants_way}" != 0:yes ] || find_way "$@" || located=$?
  printf '%s' "${rejected}" >&2
  if [ "${located}" -ne 0 ]; then
    show_cure
    return "${located}"
  fi
  printf '%s\n' "engine=${engine_name}" "path=${engine_path}" "version=${engine_version}" "mode=${engine_mode}"
  [ "${wants_way}" = no ] || tell_way
}

# The answer that was kept may be of an engine that does not answer any more.
find_way() {
  # shellcheck source=scripts/way.sh
  . "${scripts}/way.sh"
  set_way || :
  [ -z "${signal}" ] || on_interrupt
  if [ -n "${unanswered}" ] && [ -n "${engine_kept}" ]; then
    forget_engines
    find_engine "$@" || return
    set_way || :
  fi
  [ -z "${signal}" ] || on_interrupt
}

tell_way() {
  if [ -n "${way}" ]; then
    printf '%s\n' "host_way=${way}" "host_address=${way_address}" "host_name=${way_name}"
  else
    printf '%s\n' cause=host-unreachable "error=${error}" "cure=${cure}"
  fi
}

locate "$@"
