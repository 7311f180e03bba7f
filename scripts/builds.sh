# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# builds.sh - what a build leaves that did not come to its end: podman's containers for its steps, and the processes in them.
#
# sourced after engine.sh and limit.sh; needs what find_engine sets
#
# The path of a file in the call's work directory, "build", tells whose a build is. It is where the engine's client writes the image's
# id, as the last thing it does, so it stands in the client's arguments. To podman it is also a secret, which no step asks for: podman
# notes the paths of secrets in what it keeps of each container for a step (buildah.json), and nothing else there is of the caller's choice.
# What podman starts outside of the containers, and that may go on to start a step when podman has ended, has its environment, and in it
# INVOWK_BUILD, the name of the work directory.

# Sets build_mark to that file, or to nothing where the client may not know what to do with it; and build_secret to "yes" if podman
# gets it as a secret, too (before version 4 podman may not; a comma would end the path).
set_build_mark() {
  build_mark=${work}/build
  build_secret=
  case ${engine_mode}:${engine_version}:${work} in
    podman-rootless:[0-3].* | podman-rootful:[0-3].* | docker-* | *,*) ;;
    podman-rootless:* | podman-rootful:*)
      : >"${build_mark}"
      build_secret=yes
      ;;
    *) build_mark= ;;
  esac
}

# Whether the build that has this mark came to its end: podman that gets TERM meanwhile ends with 0.
is_built() {
  [ -z "${build_mark}" ] || [ -s "${build_mark}" ]
}

# Ends and removes what podman leaves of the build of work directory $1. A service cleans up itself when its client is gone.
remove_build() {
  [ -e "$1/build" ] || return 0
  case ${engine_mode} in
    podman-rootless | podman-rootful) ;;
    *) return 0 ;;
  esac
  building=${1##*/}
  kill_listed "$(grep -l -s -F -e "INVOWK_BUILD=${building}" -- /proc/[0-9]*/environ || :)"
  storage=$(call_limited "${engine_path}" info --format '{{.Store.GraphRoot}}' </dev/null 2>/dev/null 8>&-) || return
  set -- "${storage}"/*-containers/*/userdata/buildah.json
  notes=$(grep -l -s -F -e "/${building}/build\"" -- "$@") || return 0
  set --
  while IFS= read -r note; do
    step=${note%/userdata/*}
    end_step "${step%/*}/containers.json" "${step##*/}"
    set -- "$@" "${step##*/}"
  done <<END
${notes}
END
  call_limited "${engine_path}" rm --force --ignore "$@" </dev/null >/dev/null 2>&1 8>&-
}

# Kills the processes whose root directory is that of container $2, which stands in list $1. The runtime that would end them has been
# killed.
end_step() {
  layer=$(tr '{' '\n' <"$1" | sed -n "s/^\"id\":\"$2\".*\"layer\":\"\\([0-9a-f]*\\)\".*/\\1/p")
  [ -n "${layer}" ] || return 0
  kill_listed "$(grep -l -s -e "^[0-9]* [0-9]* [0-9:]* / / .*upperdir=[^,]*/${layer}/diff" -- /proc/[0-9]*/mountinfo || :)"
}

# Kills the processes of whose directories in /proc there are files in the list $1, one a line.
kill_listed() {
  for listed in $1; do
    listed=${listed#/proc/}
    kill -s KILL "${listed%%/*}" 2>/dev/null || :
  done
}
