# SPDX-License-Identifier: Apache-2.0
# state.sh: the caller's private directory.
load helper

open='open_state && printf "%s\n" "${state}"'

@test "it lies in the login session's directory, for the caller alone" {
  run in_shell state "${open}"
  same "${output}" "${XDG_RUNTIME_DIR}/invowk"
  same "$(stat -c %a "${output}")" 700
}

@test "without a session it lies below TMPDIR" {
  uid=$(id -u)
  if [ -d "/run/user/${uid}" ]; then
    skip "/run/user/${uid} is there"
  fi
  unset XDG_RUNTIME_DIR
  TMPDIR=${BATS_TEST_TMPDIR} run in_shell state "${open}"
  same "${output}" "${BATS_TEST_TMPDIR}/invowk-${uid}"
  same "$(stat -c %a "${output}")" 700
}

@test "a place that others may enter is refused" {
  uid=$(id -u)
  if [ -d "/run/user/${uid}" ]; then
    skip "/run/user/${uid} is there"
  fi
  unset XDG_RUNTIME_DIR
  mkdir "invowk-${uid}"
  chmod 755 "invowk-${uid}"
  TMPDIR=${BATS_TEST_TMPDIR} run in_shell state "${open}"
  [ "${status}" -eq 70 ]
  contains "${output}" "is not a directory that only uid ${uid} can enter"
}

@test "a symbolic link in its place is refused" {
  uid=$(id -u)
  if [ -d "/run/user/${uid}" ]; then
    skip "/run/user/${uid} is there"
  fi
  unset XDG_RUNTIME_DIR
  mkdir -m 700 other
  ln -s other "invowk-${uid}"
  TMPDIR=${BATS_TEST_TMPDIR} run in_shell state "${open}"
  [ "${status}" -eq 70 ]
}

@test "caller_uid and caller_gid are those of the caller" {
  run in_shell state 'set_caller; printf "%s:%s\n" "${caller_uid}" "${caller_gid}"'
  same "${output}" "$(id -u):$(id -g)"
}

@test "a work directory is removed, directories without write permission included" {
  run in_shell state 'open_state; name_work run; open_work a a/b
    mkdir "${work}/a/b/c"; touch "${work}/a/b/c/d"; chmod 555 "${work}/a/b/c"
    [ -d "${work}/a/b" ]; was=${work}; close_work; [ ! -e "${was}" ]'
  same "${output}" ''
  [ "${status}" -eq 0 ]
  same "$(ls "${XDG_RUNTIME_DIR}/invowk")" ''
}
