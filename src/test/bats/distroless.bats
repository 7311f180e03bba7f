# SPDX-License-Identifier: Apache-2.0
# distroless.sh: an image without a shell gets its command by create and start, and the engine says whether it started.
load helper

# A docker whose image has no /bin/sh. Its "start" runs the command that "create" was given.
have_docker() {
  have docker
  behave docker run <<'END'
printf '[FATAL tini (7)] exec /bin/sh failed: No such file or directory\n' >&2
exit 127
END
  behave docker create <<'END'
while [ "$1" != --entrypoint ]; do
  [ "$1" != --env-file ] || cat "$2" >"${FAKE}/environment"
  shift
done
program=$2
shift 3
printf '%s\n' "${program}" "$@" >"${FAKE}/created"
END
  behave docker start <<'END'
set --
while IFS= read -r word; do set -- "$@" "${word}"; done <"${FAKE}/created"
exec "$@"
END
  started=2026-01-01T00:00:00.1Z
  behave docker container <<<"case \"\$*\" in *StartedAt*) cat '${FAKE}/started_at' ;; *) printf 'exited\\n' ;; esac"
  printf '%s\n' "${started}" >"${FAKE}/started_at"
}

# The calls that are about containers, without what the engine is asked.
container_calls() {
  calls | sed -n -e 's/^docker <\(run\|create\|start\|rm\)>.*/\1/p'
}

@test "the command is created with its environment, started, and removed" {
  have_docker
  cat >env <<'END'
export A='it'\''s = \ "$x"'
export _B2=''
END
  run_engine run --image debian:1 --workspace "${workspace}" --env-file env --report report -- printf '%s,' 'a b' c </dev/null
  same "${status} ${stderr} ${output}" '0  a b,c,'
  same "$(report outcome) $(report exit_status) $(report tries)" 'exited 0 1'
  same "$(cat "${FAKE}/environment")" "A=it's = \\ \"\$x\"
_B2=
HOME=/run/invowk/home"
  same "$(container_calls)" 'run
rm
create
start
rm'
  contains "$(calls)" '<--workdir> </workspace> <--env-file> <TMP/runtime/invowk/run.UNIQUE/environment> <--entrypoint> <printf> <debian:1> <%s,> <a b> <c>'
}

@test "the next run knows that the image has no shell, and makes one start" {
  have_docker
  run_engine run --image debian:1 -- true </dev/null
  : >"${FAKE}/calls"
  run_engine run --image debian:1 -- sh -c 'true' </dev/null
  same "$(container_calls)" 'run
rm'
  : >"${FAKE}/calls"
  run_engine run --image debian:1 -- bash -c 'exit 1' </dev/null
  same "${status}" 1
  same "$(container_calls)" 'create
start
rm'
}

@test "words that the start lost, all of them or the end, are no reason not to try without a shell" {
  have_docker
  for said in '' 'ERROR (catatonit:6): ' 'ERROR (catatonit:6): failed to exec pid1: '; do
    behave docker run <<<"printf '${said}' >&2; exit 1"
    run_engine run --image "debian:${#said}" -- bash -c 'exit 4' </dev/null
    same "${status}" 4
  done
  behave docker run <<<"printf 'ERROR (catatonit:6): failed to exec pid1: Permission denied\n' >&2; exit 1"
  run_engine run --image debian:9 --report report -- true </dev/null
  same "${status} $(report outcome)" '70 not-started'
}

@test "the command's stderr goes through while it runs, however long it is" {
  have_docker
  # shellcheck disable=SC2016 # for the command
  run_engine run --image debian:1 -- bash -c 'for ((i = 0; i < 20000; i++)); do printf "%06d\n" "${i}"; done >&2' </dev/null
  same "${status} $(wc -c <"${BATS_TEST_TMPDIR}/err") $(sed -n 1p "${BATS_TEST_TMPDIR}/err") $(tail -n 1 "${BATS_TEST_TMPDIR}/err")" '0 140000 000000 019999'
}

@test "a start that the engine knows nothing of is a failed start, and may be tried again" {
  have_docker
  printf '0001-01-01T00:00:00Z\n' >"${FAKE}/started_at"
  behave docker start <<'END'
printf 'Error response from daemon: database is locked\n' >&2
exit 1
END
  run_engine run --image debian:1 --report report -- true </dev/null
  same "${status} $(report outcome) $(report tries)" '75 not-started 3'
}

@test "what stdin has is for the command alone" {
  have_docker
  printf 'data\n' >in
  run_engine run --image debian:1 --report report -- cat <in
  same "${status} $(report outcome) $(report error)" \
    '70 not-started the image seems to have no shell, and the start that failed may have read from stdin: run it once more'
  run_engine run --image debian:1 -- cat <in
  same "${status} ${output}" '0 data'
}
