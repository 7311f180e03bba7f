# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# clean.sh - the verb "clean": tells what this user's calls of the engine have left on this machine, and removes it if asked to.
#
# sourced by invowk-engine; see usage below
for part in state messages supervise limit lock engine identity monitors builds sweep leftovers images; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

usage() {
  cat <<'END'
usage: invowk-engine clean [OPTION]...

Tells what calls of the engine by this user on this machine have left: containers and work directories of killed calls, images,
caches. Only what carries this plugin's labels, of this user and this machine, and is not in use is ever removed.

  --confirm            removes it; without it nothing changes
  --kind KIND          containers, images or caches; repeatable, default: all three
  --session ID         only containers and images of this session, no caches
  --engine NAME|PATH   an engine to clean; repeatable, default: podman podman-remote docker, all that answer

stdout: one line a thing, of six fields with tabs between them: ACTION KIND ENGINE SIZE NAME REASON; "-": none, or not known
        ACTION  found (would be removed), removed, stays, failed
        KIND    container, directory, image, cache
        ENGINE  path of the engine's program
        SIZE    in bytes; of an image with all its layers, those that it shares included
        REASON  why it stays, or what the engine said
stderr: why an engine was passed over, one reason a line
exit:   0 all done, 64 usage, 69 no engine answers, 70 something could not be removed, or no private directory
END
}

# Sets confirm, kinds and session from the arguments. Fails with error set, or goes on with the engines in "$@" of the caller: they
# are looked up again.
read_clean_options() {
  confirm=no kinds='' session='' error=''
  while [ "$#" -gt 0 ]; do
    case $1 in
      --help)
        usage
        exit 0
        ;;
      --confirm)
        confirm=yes
        shift
        continue
        ;;
      --kind | --session | --engine) ;;
      *)
        error="unknown option \"$1\""
        return 64
        ;;
    esac
    if [ "$#" -lt 2 ] || [ -z "$2" ]; then
      error="$1 needs a value"
      return 64
    fi
    case $1-$2 in
      --kind-containers | --kind-images | --kind-caches) kinds="${kinds} $2" ;;
      --kind-*)
        error='--kind is containers, images or caches'
        return 64
        ;;
      --session-*) session=$2 ;;
      *) ;;
    esac
    shift 2
  done
  kinds="${kinds:- containers images caches} "
}

# Tells of one thing: $1 its action, $2 its kind, $3 size, $4 name, $5 reason; of the engine at engine_path, "-" if of none.
tell() {
  flatten "$4	$5"
  printf '%s\t%s\t%s\t%s\t%s\n' "$1" "$2" "${engine_path}" "$3" "${flat}"
  [ "$1" != failed ] || failed=yes
}

# Cleans what the engine of candidate $1 holds; one that does not answer is told of on stderr. It is asked anew: an answer that was
# kept does not tell whether the service still answers.
clean_engine() {
  set_engine_key "$1"
  if ! set_candidate_path "$1"; then
    printf '%s: %s\n' "$1" "${reason}" >&2
    return 0
  fi
  if ! ask_engine "${candidate_path}"; then
    printf '%s: %s\n' "${candidate_path}" "${reason}" >&2
    return 0
  fi
  answered=yes
  set_identity
  case ${engine_mode} in
    podman-rootless | podman-rootful)
      # a program named docker may be podman, with the same storage
      [ "${local_podman}" != yes ] || return 0
      local_podman=yes
      ;;
    *) ;;
  esac
  services="${services}${engine_client} ${engine_path} ${engine_service}
"
  case ${kinds} in *' containers '*) clean_leftovers ;; *) ;; esac
  case ${kinds} in *' images '*) clean_images ;; *) ;; esac
}

# What is known of engines and images, and of labels: it is asked or made anew when it is missing. Locks are no cache; they stay, and are empty.
clean_caches() {
  for cache in "${state}/engines" "${state}"/labels.* "${state}"/copied.* "${state}"/distroless.* "${state}"/template.*; do
    [ -e "${cache}" ] || continue
    if [ "${confirm}" = no ]; then
      tell found cache - "${cache}" -
    elif rm -rf -- "${cache}"; then
      tell removed cache - "${cache}" -
    else
      tell failed cache - "${cache}" 'it cannot be removed'
    fi
  done
}

main() {
  read_clean_options "$@" || {
    printf 'invowk-engine: clean: %s\n' "${error}" >&2
    usage >&2
    exit 64
  }
  open_state || exit
  failed=no answered=no local_podman=no services='' going=''
  label=io.invowk.uid
  [ -z "${session}" ] || label=io.invowk.session=${session}
  case ${kinds} in
    *' containers '* | *' images '*) clean_engines "$@" ;;
    *) answered=yes ;;
  esac
  engine_path=-
  case ${kinds} in *' containers '*) tell_of_other_services ;; *) ;; esac
  case ${kinds}-${session} in *' caches '*-) clean_caches ;; *) ;; esac
  [ "${failed}" = no ] || exit 70
  [ "${answered}" = yes ] || exit 69
}

# Cleans each engine that --engine names among the arguments, or the usual ones.
clean_engines() {
  left=$#
  while [ "${left}" -gt 0 ]; do
    case $1 in
      --confirm)
        shift
        left=$((left - 1))
        ;;
      *)
        [ "$1" != --engine ] || set -- "$@" "$2"
        shift 2
        left=$((left - 2))
        ;;
    esac
  done
  [ "$#" -gt 0 ] || set -- podman podman-remote docker
  for candidate in "$@"; do
    clean_engine "${candidate}"
  done
}

main "$@"
