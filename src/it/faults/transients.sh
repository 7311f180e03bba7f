#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# transients.sh - errors that come and go, and calls that never end, in front of the real engine; sourced by run, does nothing itself.
#
# needs: engine, session, small, small_tar, work, faults; sourced after checks.sh

# Calls the engine for a run named $1 with a shim that lets calls $3 of kind $2 fail with text $4; the rest are options.
call_with_fault() {
  run=$(make_run "${1}")
  SHIM_KIND=${2} SHIM_CALLS=${3} SHIM_TEXT=${4} SHIM_COUNTS=${run}/calls
  export SHIM_KIND SHIM_CALLS SHIM_TEXT SHIM_COUNTS
  shift 4
  call_engine "${run}" "$@" -- sh -c 'echo begun >>/workspace/count'
}

# Prints the rows of the list for kind $1 as "RULE TEXT", each pattern made a text that it fits.
texts() {
  sed -n -e "s/^${1} //p" scripts/transient-errors.txt | sed -e 's/\[\(.\)[^]]*\]/\1/g' -e 's/\*/x/g'
}

# Prints the first text of kind $1 with rule $2.
text_of() {
  texts "${1}" | sed -n "s/^${2} //p" | head -n 1
}

# Every error of the list for a start, once; all at a time.
try_each_start() {
  texts run >"${work}/texts"
  number=0
  while read -r _ text; do
    number=$((number + 1))
    (call_with_fault "text.${number}" run ' 1 ' "Error: ${text}" --image "${small}") &
  done <"${work}/texts"
  wait
  number=0
  while read -r _ text; do
    number=$((number + 1))
    check_end "run, ${text}" "${work}/text.${number}" 0 '' 1
    # a start that only found the image missing is no try
    case ${text} in
      'image not known') tries=1 ;;
      *) tries=2 ;;
    esac
    check_tries "run, ${text}" "${work}/text.${number}" "${tries}"
  done <"${work}/texts"
}

# How starts end that fail more than once. All at a time.
try_start_ends() {
  again=$(text_of run again | sed 's/^image not known$//')
  [ -n "${again}" ] || again='layer not known'
  once=$(text_of run once)
  call_with_fault thrice run ' 1 2 3 ' "Error: ${again}" --image "${small}" &
  call_with_fault twice-once run ' 1 2 ' "Error: ${once}" --image "${small}" &
  call_with_fault other run ' 1 ' 'Error: the moon is full' --image "${small}" &
  SHIM_AFTER=run
  export SHIM_AFTER
  call_with_fault after run ' 1 ' "Error: ${again}" --image "${small}" &
  # its removal fails, too, so the second start finds its name taken
  SHIM_AFTER=create
  call_with_fault created 'run rm' ' 1 2 ' "Error: ${again}" --image "${small}" &
  unset SHIM_AFTER
  wait
  check_end 'run, three times' "${work}/thrice" 75 engine-failed 0
  check_tries 'run, three times' "${work}/thrice" 3
  check_end 'run, twice what heals at once or never' "${work}/twice-once" 70 engine-failed 0
  check_tries 'run, twice what heals at once or never' "${work}/twice-once" 2
  check_end 'run, an error that is not on the list' "${work}/other" 70 engine-failed 0
  check_tries 'run, an error that is not on the list' "${work}/other" 1
  check_end 'run, an error after the command has run' "${work}/after" 125 '' 1
  check_tries 'run, an error after the command has run' "${work}/after" 1
  check_end 'run, an error after the container was made, and one of its removal' "${work}/created" 0 '' 1
  check_tries 'run, an error after the container was made, and one of its removal' "${work}/created" 3
}

# The call of kind $1 never ends; the rest are the run's options.
hang_in() {
  kind=${1}
  shift
  SHIM_AFTER=hang
  export SHIM_AFTER
  call_with_fault "hang.${kind}" "${kind}" ' 1 ' 'the moon is full' --engine-timeout 2 "$@"
}

# Each call that may hang is ended after two seconds, and the report tells in what it hung. All at a time.
try_hangs() {
  mkdir -p "${work}/hanging"
  printf 'FROM %s\nRUN echo hanging >/built\n' "${small}" >"${work}/hanging/Containerfile"
  for kind in image build; do
    hang_in "${kind}" --containerfile "${work}/hanging/Containerfile" --context "${work}/hanging" \
      --tag "localhost/invowk-faults:${session}-hanging-${kind}" &
  done
  hang_in run --image "${small}" &
  # its command cannot start, so its container is to be removed
  hang_in rm --image "${small}" --workdir /nowhere &
  hanging='image build run rm'
  if [ "${engine}" = podman ]; then
    # an image that has no copy for the caller's numbers yet
    podman import --quiet --change 'LABEL hanging=yes' "${small_tar}" "${small}-hanging" >/dev/null
    hang_in create --image "${small}-hanging" &
    hanging="${hanging} create"
  fi
  wait
  for kind in ${hanging}; do
    check_end "${kind} hangs" "${work}/hang.${kind}" 70 engine-hung 0
  done
  # what could not be removed goes with the next run
  after=$(make_run hang.after)
  call_engine "${after}" --image "${small}" -- true
  left=$(containers && directories)
  check_same 'rm hangs: nothing is left after the next run' "${left}" ''
}

# Prints how many calls of its kind the run in directory $1 made.
calls() {
  wc -l <"${1}/calls"
}

# Builds whose calls $2 fail with text $3, in the run build.$1.
build_with_fault() {
  mkdir -p "${work}/context.${1}"
  printf 'FROM %s\nRUN echo %s >/built\n' "${small}" "${1}" >"${work}/context.${1}/Containerfile"
  call_with_fault "build.${1}" build " ${2} " "${3}" --containerfile "${work}/context.${1}/Containerfile" --context "${work}/context.${1}" \
    --tag "localhost/invowk-faults:${session}-build-${1}"
}

# The check with title $1: the run build.$2 ended with status $3, its report has cause $4, its command began $5 times, and it made $6
# calls to build.
check_build() {
  check_end "${1}" "${work}/build.${2}" "${3}" "${4}" "${5}"
  made=$(calls "${work}/build.${2}")
  check_same "${1}: calls" "${made}" "${6}"
}

try_build_errors() {
  again=$(text_of build again)
  build_with_fault 1 1 "${again}" &
  build_with_fault 2 '1 2' "${again}" &
  build_with_fault 3 '1 2 3' "${again}" &
  build_with_fault 4 1 'Error: the moon is full' &
  wait
  check_build 'build, one error' 1 0 '' 1 2
  check_build 'build, two errors' 2 0 '' 1 3
  check_build 'build, three errors' 3 75 build-failed 0 3
  check_build 'build, an error that is not on the list' 4 69 build-failed 0 1
}

# The question what the engine is comes before all; its answer is kept, so it gets a runtime directory of its own.
try_question() {
  mkdir -m 700 "${places}/runtime"
  question=info
  [ "${engine}" = podman ] || question=version
  (
    # podman's storage remembers its own directory; ours is only for what the scripts keep
    [ "${engine}" = podman ] || export XDG_RUNTIME_DIR="${places}/runtime"
    rm -f "${XDG_RUNTIME_DIR}/invowk/engines"
    call_with_fault question "${question}" ' 1 ' 'Error: the moon is full' --image "${small}"
    rm -f "${XDG_RUNTIME_DIR}/invowk/engines"
    hang_in "${question}" --image "${small}"
  )
  check_end 'the engine does not tell what it is' "${work}/question" 69 engine-unavailable 0
  check_end "${question} hangs" "${work}/hang.${question}" 70 engine-hung 0
}

# Puts the shim in front of the engine; nothing fails yet.
enter_shim() {
  SHIM_KIND=none SHIM_CALLS=' ' SHIM_TEXT=none SHIM_COUNTS=/dev/null
  export SHIM_KIND SHIM_CALLS SHIM_TEXT SHIM_COUNTS
  mkdir -p "${work}/bin"
  SHIM_ENGINE=$(command -v "${engine}")
  export SHIM_ENGINE
  ln -sf "${faults}/shim" "${work}/bin/${engine}"
  former_path=${PATH}
  PATH=${work}/bin:${PATH}
}

try_transients() {
  enter_shim
  try_each_start
  try_start_ends
  try_build_errors
  try_hangs
  try_question
  PATH=${former_path}
}
