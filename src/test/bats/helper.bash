# SPDX-License-Identifier: Apache-2.0
# helper.bash - what every test file here shares; sourced by `load helper`.
#
# A test's PATH holds the few programs the engine needs and no engine; `have podman` adds a fake one.
# shellcheck shell=bash

SCRIPTS=$(cd "${BATS_TEST_DIRNAME}/../../../scripts" && pwd)
export FAKES="${BATS_TEST_DIRNAME}/fakes"

setup() {
  cd "${BATS_TEST_TMPDIR}" || return
  export FAKE=${BATS_TEST_TMPDIR}/fake
  export HOME=${BATS_TEST_TMPDIR}/home
  export XDG_RUNTIME_DIR=${BATS_TEST_TMPDIR}/runtime
  # whatever surrounds the tests themselves
  export INVOWK_SANDBOX=none
  unset DOCKER_HOST CONTAINER_HOST DOCKER_CONTEXT DOCKER_CONFIG XDG_CONFIG_HOME STORAGE_OPTS
  bin=${BATS_TEST_TMPDIR}/bin
  workspace=${BATS_TEST_TMPDIR}/project
  mkdir -p "${FAKE}" "${HOME}" "${bin}" "${workspace}"
  mkdir -m 700 "${XDG_RUNTIME_DIR}"
  all_of_path=${PATH}
  local program
  for program in sh dash bash busybox env cat chmod cksum cp cut date dd find flock grep id kill ln ls mkdir mkfifo mktemp mv printf readlink rm sed seq sort \
    sleep stat tail tee touch tr true uname uniq wc; do
    ln -s "$(type -P "${program}")" "${bin}/${program}"
  done
  PATH=${bin}
}

teardown() {
  PATH=${all_of_path}
}

# Puts the fake engines named on PATH.
have() {
  local name
  for name in "$@"; do
    ln -s "${FAKES}/${name}" "${bin}/${name}"
  done
}

# Gives call $2 of fake $1 the behaviour on stdin.
behave() {
  cat >"${FAKE}/$1-$2"
}

# Runs the engine in the shell that is tested.
engine() {
  # the shell may be two words: busybox ash
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" "$@"
}

# Runs the engine, its streams kept apart: $status, $output (stdout), $stderr.
run_engine() {
  status=0
  engine "$@" >"${BATS_TEST_TMPDIR}/out" 2>"${BATS_TEST_TMPDIR}/err" || status=$?
  output=$(cat "${BATS_TEST_TMPDIR}/out")
  stderr=$(cat "${BATS_TEST_TMPDIR}/err")
}

# Runs shell text in the tested shell, with the named scripts sourced: in_shell 'state engine' TEXT [ARGUMENT]...
in_shell() {
  local parts=$1 text=$2
  shift 2
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} -c 'set -eu
    scripts=$1 parts=$2 text=$3; shift 3
    for part in ${parts}; do . "${scripts}/${part}.sh"; done
    '"${text}" sh "${SCRIPTS}" "${parts}" "${text}" "$@"
}

# The calls of the fakes, what changes from run to run blanked.
calls() {
  [ ! -e "${FAKE}/calls" ] || sed -e "s|${BATS_TEST_TMPDIR}|TMP|g" -e 's/\(run\|image\)\.[0-9a-f-]\{36\}/\1.UNIQUE/g' \
    -e 's|<invowk-[0-9]*-[0-9a-f-]\{36\}|<NAME|g' -e 's|<invowk-\([a-z][a-z0-9]*\)-[0-9a-f-]\{36\}|<NAME-OF-\1|g' \
    -e 's|<--label> <io\.invowk\.host=[^>]*>.*<io\.invowk\.started=[0-9][0-9]*>|<--label> <OWNER>|' "${FAKE}/calls"
}

# What the state directory holds, but for the locks, and for the work directory that is kept for later runs.
kept() {
  ls "${XDG_RUNTIME_DIR}/invowk" | grep -v -e '^lock\.engines$' -e '^lock\.templates$' -e '^template\.' || :
}

# The value of key $1 in the report file.
report() {
  sed -n "s/^$1=//p" "${BATS_TEST_TMPDIR}/report"
}

# Fails, showing both, unless $1 is $2.
same() {
  [ "$1" = "$2" ] || {
    printf -- '--- is\n%s\n--- should be\n%s\n' "$1" "$2"
    return 1
  }
}

# Fails, showing both, unless $1 contains $2.
contains() {
  [[ $1 == *"$2"* ]] || {
    printf -- '--- is\n%s\n--- should contain\n%s\n' "$1" "$2"
    return 1
  }
}
