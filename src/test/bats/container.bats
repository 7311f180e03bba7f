# SPDX-License-Identifier: Apache-2.0
# container.sh: the reader of the client's stderr. All else in it is tested through the verb run.
load helper

# Starts the reader on a new pipe, then does $1, then waits for the reader.
reading() {
  mkfifo stderr
  export work=${PWD} nonce=n0nce alone= marker=${PWD}/started
  in_shell container 'split_stderr <"${work}/stderr" & reader=$!; '"$1"'; await_reader'
}

@test "a client that never opened its stderr does not keep the engine waiting" {
  run reading :
  [ "${status}" -eq 0 ]
  same "${output}" ''
  same "$(cat log)" ''
}

@test "a client that wrote and ended without a start is read to its end" {
  run reading 'printf "one\ntwo" >"${work}/stderr"'
  same "${status} ${output}" '0 '
  same "$(cat log)" 'one
two'
}

@test "what comes after the nonce is not the log's" {
  run reading ': >"${marker}"; printf "one\nn0nce\ntwo\nn0nce\n" >"${work}/stderr"'
  same "${status} ${output}" '0 two
n0nce'
  same "$(cat log)" one
}
