# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# locate.sh - the verb "locate": finds the first container engine whose service answers.
#
# sourced by invowk-engine; see usage below
for part in state messages supervise lock engine; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

usage() {
  cat <<'END'
usage: invowk-engine locate [--engine NAME|PATH]...

Finds the first container engine whose service answers. Default order: podman podman-remote docker.

stdout: key=value lines: engine, path, version, mode
stderr: why each engine was passed over, one reason a line
exit:   0 found, 64 usage, 69 none usable, 70 no private directory for what is found
END
}

locate() {
  left=$#
  while [ "${left}" -gt 0 ]; do
    case $1 in
      --engine)
        if [ "${left}" -lt 2 ] || [ -z "$2" ]; then
          usage >&2
          return 64
        fi
        set -- "$@" "$2"
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
  open_state || return
  located=0
  find_engine "$@" || located=$?
  printf '%s' "${rejected}" >&2
  show_cure
  [ "${located}" -eq 0 ] || return "${located}"
  printf '%s\n' "engine=${engine_name}" "path=${engine_path}" "version=${engine_version}" "mode=${engine_mode}"
}

locate "$@"
