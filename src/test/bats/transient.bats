# SPDX-License-Identifier: Apache-2.0
# transient.sh, messages.sh and their tables.
load helper

# Prints kind, rule and line that the last lines of file $2 match for call $1.
match() {
  in_shell messages 'match_message "$1" "${scripts}/transient-errors.txt" "$2" && printf "%s %s: %s\n" "${matched_kind}" "${matched_rule}" "${matched_text}"' \
    "$1" "$2" || printf 'none\n'
}

run_text() {
  printf 'time="now" level=warning msg="chatter"\n%s\n' "$1" >log
  match run log
}

@test "texts that come and go before a container starts" {
  while read -r rule text; do
    same "$(run_text "${text}")" "run ${rule}: ${text}"
  done <<'END'
again Error: mix:1: image not known
again Error: creating container storage: parsing named reference "0123": invalid repository name (0123), cannot specify 64-byte hexadecimal strings
again Error: resolving storage path for container 01: lstat /x/overlay/01/merged: no such file or directory
again Error: adding container id to database: database is locked
again Error: creating container storage: the container name "x" is already in use by 01. You have to remove that container
again docker: Error response from daemon: Conflict. The container name "/x" is already in use by container "01".
again Error: crun: executable file '/catatonit' not found in $PATH: No such file or directory
once Error: OCI runtime error: runc: container create failed (no logs from conmon): EOF
once Error: crun: write to /proc/sys/net/ipv4/ping_group_range: Invalid argument
once Error: write /proc/sys/net/ipv4/ping_group_range: invalid argument: OCI runtime error
again Error: relabel failed "/home/x/target/a": no such file or directory
again Error: lsetxattr /home/x/target/a: no such file or directory
once Error: pasta failed with exit code 1: Failed to bind port 80 (Address already in use)
END
}

@test "texts that do not heal" {
  while read -r text; do
    same "$(run_text "${text}")" none
  done <<'END'
Error: statfs /x: no such file or directory
Error: lsetxattr(label=system_u:object_r:container_file_t:s0) /x: operation not permitted
Error: workdir "/x" does not exist on container 01
Error: unable to find user x: no matching entries in passwd file
docker: Error response from daemon: No such image: x:1
Error: unknown flag: --frobnicate
END
}

@test "a text counts for its own kind of call" {
  printf 'Error: TLS handshake timeout\n' >log
  same "$(match run log)" none
  same "$(match pull log)" 'pull again: Error: TLS handshake timeout'
  same "$(match build log)" none
}

@test "every row of the tables has a kind, a rule and a pattern" {
  rows=0
  while read -r kind rule pattern; do
    case ${kind} in '' | '#'*) continue ;; esac
    rows=$((rows + 1))
    [[ ${kind} =~ ^(run|build|pull)$ && ${rule} =~ ^(again|once)$ && -n ${pattern} ]]
  done <"${SCRIPTS}/transient-errors.txt"
  [ "${rows}" -gt 20 ]
  while read -r cause dash pattern; do
    case ${cause} in '' | '#'*) continue ;; esac
    [[ ${cause} =~ ^(image-(access|missing|network|not-found)|no-shell|no-program)$ && ${dash} = - && -n ${pattern} ]]
  done <"${SCRIPTS}/image-errors.txt"
}

@test "the same error twice under the rule \"once\" is no longer transient" {
  have podman
  # only the pause between two tries is left out
  rm "${bin}/sleep"
  printf '#!/bin/sh\n[ "$1" -eq 1 ] || exec %s "$@"\n' "$(PATH=${all_of_path} type -P sleep)" >"${bin}/sleep"
  chmod +x "${bin}/sleep"
  behave podman run <<<'printf "Error: write /proc/sys/net/ipv4/ping_group_range: invalid argument\n" >&2; exit 126'
  run_engine run --image i --report report -- true
  [ "${status}" -eq 70 ]
  same "$(report tries) $(report cause)" '2 engine-failed'
  same "$(calls | grep -c '<run>')" 2
}
