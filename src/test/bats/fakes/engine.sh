# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # fake and FAKE come from outside
# engine.sh - what the fake podman and docker do: write down their arguments, then answer.
#
# sourced with fake=podman or fake=docker. FAKE is a directory:
#   calls         one line a call: the program, then each argument in angle brackets
#   PROGRAM-CALL  if there: sourced instead of the usual answer, with the arguments in "$@", e.g. podman-run; it may call
#                 launch_container "$@", which runs the real launcher with the container's /run/invowk in place, and
#                 end_build "$@", as the engine does when a build has come to its end

{
  printf '%s' "${fake}"
  printf ' <%s>' "$@"
  printf '\n'
} >>"${FAKE}/calls"

# Runs the launcher that is mounted, in a shell of this machine, with the arguments behind the image.
launch_container() {
  project=
  while [ "$1" != --entrypoint ]; do
    case $2 in *:/run/invowk | *:/run/invowk:*) mounted=${2%%:/run/invowk*} ;; *:/workspace | *:/workspace:*) project=${2%%:/workspace*} ;; *) ;; esac
    [ "$1" != --cidfile ] || printf 'c0ffee' >"$2"
    shift
  done
  shift 4
  sed "s|/run/invowk|${mounted}|g" "${mounted}/launch" >"${mounted}/launched"
  case $2 in
    /workspace*)
      nonce=$1
      shift 2
      set -- "${nonce}" "${project}" "$@"
      ;;
    *) ;;
  esac
  # the shell may be two words: busybox ash
  # shellcheck disable=SC2086
  exec ${ENGINE_SHELL:-sh} "${mounted}/launched" "$@"
}

# Writes the image's id, as the last thing of a build.
end_build() {
  while [ "$#" -gt 0 ]; do
    [ "$1" != --iidfile ] || printf 'sha256:c0ffee' >"$2"
    shift
  done
}

# Keeps the arguments of "create", one a line, for "start".
create_container() {
  printf '%s\n' "$@" >"${FAKE}/created"
  printf 'c0ffee\n'
}

start_container() {
  set --
  while IFS= read -r argument; do
    set -- "$@" "${argument}"
  done <"${FAKE}/created"
  launch_container "$@"
}

[ "$1" != --log-level ] || shift 2
if [ -e "${FAKE}/${fake}-$1" ]; then
  # shellcheck source=/dev/null
  . "${FAKE}/${fake}-$1"
  exit 0
fi
case ${fake}-$1 in
  podman---version) printf 'podman version 4.3.1\n' ;;
  podman-info) printf 'true false false 4.3.1 vfs /nowhere\n' ;;
  docker---version) printf 'Docker version 28.2.2, build e6534b4\n' ;;
  docker-version) printf '28.2.2 Engine;containerd;runc;docker-init;\n' ;;
  docker-info) printf 'Debian GNU/Linux 12 (bookworm);name=seccomp,profile=builtin;\n' ;;
  *-create) create_container "$@" ;;
  *-start) start_container ;;
  *-run) launch_container "$@" ;;
  *-build) end_build "$@" ;;
  *) ;;
esac
