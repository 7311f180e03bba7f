# SPDX-License-Identifier: Apache-2.0
# identity.sh: who made a thing, and the proof that it has ended.
load helper

setup_file() {
  sleep 300 3>&- &
  export other=$!
}

teardown_file() {
  kill "${other}"
}

# Whether the owner that this process becomes after the shell text $1 is proven to have ended: "no", or the kind of proof.
proof() {
  in_shell 'state engine identity' 'set_caller; set_engine_key sh; set_identity; pid=$$
    '"$1"'
    if prove_end "${host}" "${machine}" "${of_boot:-${boot}}" "${of_namespace:-${pid_namespace}}" "${of_uid:-${caller_uid}}" "${pid}" \
      "${process_start}"; then printf "%s\n" "${proof}"; else printf "no\n"; fi'
}

# Sets pid and process_start to those of the process $1.
process() {
  printf 'pid=%s; read -r line </proc/%s/stat; set_process "${line}"; process_start=${process_started};' "$1" "$1"
}

setup_namespace() {
  [ "$(stat -L -c %i /proc/self/ns/pid)" = 4026531836 ] || skip 'not in the first namespace of this machine'
}

@test "a process that lives has not ended, this one or another" {
  same "$(proof '')" no
  same "$(proof "$(process "${other}")")" no
}

@test "a process that is no more has ended" {
  sh -c 'exit 0' &
  local ended=$!
  wait "${ended}"
  same "$(proof "pid=${ended}")" process
}

@test "a process whose parent has not taken notice of its end has ended" {
  # the child is left to a parent that never waits
  bash -c 'sleep 0.01 & printf "%s\n" "$!" >child; exec sleep 300 3>&-' &
  local parent=$!
  until [ -s child ] && grep -q ') Z' "/proc/$(cat child)/stat"; do sleep 0.02; done
  same "$(proof "$(process "$(cat child)")")" process
  kill "${parent}"
}

@test "a number that another process has now belongs to one that has ended" {
  same "$(proof "pid=${other}; process_start=1")" process
}

@test "of another machine, user or namespace nothing is proven" {
  same "$(proof 'pid=999999999; was=${host}; of_uid=77')" no
  same "$(proof 'pid=999999999; of_namespace=4026530000')" no
  same "$(proof 'pid=999999999; of_namespace=-')" no
  same "$(in_shell 'state engine identity' 'set_caller; set_engine_key sh; set_identity
    prove_end "another.${host}" "${machine}" "${boot}" "${pid_namespace}" "${caller_uid}" 999999999 1 || printf "no\n"')" no
}

@test "an owner of whom words are missing, or no numbers, has not ended" {
  same "$(proof 'pid=')" no
  same "$(proof 'pid=999999999; process_start=')" no
  same "$(proof 'pid=99x; process_start=1')" no
  same "$(proof 'pid=-1')" no
  same "$(in_shell 'state engine identity' 'set_caller; set_engine_key sh; set_identity; prove_end || printf "no\n"')" no
}

@test "a process of an earlier boot has ended, if this is the same machine" {
  setup_namespace
  same "$(proof 'machine=0123abcd; of_boot=00000000-0000-4000-8000-000000000000')" boot
  same "$(proof 'machine=-; of_boot=00000000-0000-4000-8000-000000000000')" no
  same "$(proof 'of_boot=-')" no
  same "$(in_shell 'state engine identity' 'set_caller; set_engine_key sh; set_identity
    prove_end "${host}" "x${machine}" 0 "${pid_namespace}" "${caller_uid}" 999999999 1 || printf "no\n"')" no
}

@test "a namespace that is not the machine's first tells nothing of other boots" {
  same "$(proof 'machine=0123abcd; pid_namespace=4026530000; of_boot=0')" no
}

@test "a /proc of another namespace: nothing is known of the namespace" {
  ln -s "$(PATH=${all_of_path} type -P unshare)" "${bin}/unshare"
  unshare --map-root-user --pid --fork true || skip 'no namespace can be made here'
  export -f in_shell
  export SCRIPTS
  same "$(unshare --map-root-user --pid --fork bash -c 'in_shell "state engine identity" "set_caller; set_engine_key sh; set_identity
    printf \"%s\n\" \"\${pid_namespace}\""')" -
}

@test "the labels tell the process that made the container" {
  have podman
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" run --image debian:1 -- true 3>&- &
  local pid=$!
  wait "${pid}"
  local line
  line=$(tail -n 1 "${FAKE}/calls")
  contains "${line}" "<io.invowk.host=$(uname -n)>"
  contains "${line}" "<io.invowk.boot=$(cat /proc/sys/kernel/random/boot_id)>"
  contains "${line}" "<io.invowk.namespace=$(stat -L -c %i /proc/self/ns/pid)>"
  contains "${line}" "<io.invowk.uid=$(id -u)> <--label> <io.invowk.pid=${pid}>"
  [[ ${line} =~ '<io.invowk.started='[0-9]+'>' ]]
  [ ! -r /etc/machine-id ] || contains "${line}" "<io.invowk.machine=$(cut -c 1-8 /etc/machine-id)>"
}
