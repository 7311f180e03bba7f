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
usage: invowk-engine locate [--engine NAME|PATH]... [--engine-timeout SECONDS]

Finds the first container engine whose service answers. Default order: podman podman-remote docker.

stdout: key=value lines: engine, path, version, mode
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
  printf '%s' "${rejected}" >&2
  show_cure
  [ "${located}" -eq 0 ] || return "${located}"
  printf '%s\n' "engine=${engine_name}" "path=${engine_path}" "version=${engine_version}" "mode=${engine_mode}"
}

locate "$@"
