# SPDX-License-Identifier: Apache-2.0
# launch.sh: the first program in a container, run here with a directory in place of /run/invowk.
load helper

# Runs the launcher in the tested shell, streams apart: launch NONCE DIRECTORY COMMAND...
launch() {
  mkdir -p run/home
  sed "s|/run/invowk|${PWD}/run|g" "${SCRIPTS}/launch.sh" >launch
  status=0
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} launch "$@" >out 2>err || status=$?
  output=$(cat out)
  stderr=$(cat err)
}

@test "the marker is there when the command runs, and the nonce before its first word" {
  launch n0nce '' sh -c 'ls run; printf "mine\n" >&2; exit 3'
  [ "${status}" -eq 3 ]
  same "${output}" 'home
started'
  same "${stderr}" 'n0nce
mine'
}

@test "no nonce is asked for with a dash" {
  launch - '' true
  same "${stderr}" ''
}

@test "a directory that is mounted is proven by its inode; with another one nothing is started" {
  mkdir -p run 'a b' other
  printf '%s %s\n' "$(stat -c %i 'a b')" "${PWD}/a b" "$(stat -c %i other)" "${PWD}/other" >run/proof
  launch n0nce '' env
  same "${status} ${stderr}" '0 n0nce'
  ! grep '^inode=\|^path=' out
  rm run/started
  printf '%s %s\n' "1$(stat -c %i 'a b')" "${PWD}/a b" >>run/proof
  launch n0nce '' true
  same "${status} ${stderr}" "70 the container engine has mounted something else on ${PWD}/a b than what was meant"
  [ ! -e run/started ]
}

@test "without ls nothing is proven" {
  [[ ${ENGINE_SHELL:-sh} != busybox* ]] || skip 'it has ls inside'
  mkdir run tools
  ln -s "$(type -P sed)" tools/sed
  printf '1 %s\n' "${PWD}" >run/proof
  shell=$(type -P "${ENGINE_SHELL:-sh}")
  sed "s|/run/invowk|${PWD}/run|g" "${SCRIPTS}/launch.sh" >launch
  PATH=${PWD}/tools "${shell}" launch - '' sed --version >out
}

@test "the environment file is read, and nothing of the launcher's comes with it" {
  mkdir run
  printf "export A='1\n 2'\nexport B=''\n" >run/env
  mkdir run/home
  sed "s|/run/invowk|${PWD}/run|g" "${SCRIPTS}/launch.sh" >launch
  # what a shell exports of its own accord is left out
  # shellcheck disable=SC2086
  same "$(env -i PATH="${PATH}" HOME="${HOME}" ${ENGINE_SHELL:-sh} launch - '' env |
    grep -v -e '^_=' -e '^PWD=' -e '^OLDPWD=' -e '^SHLVL=' | sort)" " 2
A=1
B=
HOME=${HOME}
PATH=${PATH}"
}

@test "a name that is read-only in the shell does not end it" {
  mkdir run
  printf "export UID='7'\nexport PPID='8'\nexport A='x'\n" >run/env
  launch - '' sh -c 'printf "%s\n" "${A}"'
  same "${status} ${output} ${stderr}" '0 x '
}

@test "a name that no shell can set: nothing is started, and it is said" {
  mkdir run
  printf "export a.b='x'\nexport A='x'\n" >run/env
  launch n0nce '' true
  if [[ ${ENGINE_SHELL:-sh} == bash ]]; then
    # bash leaves such a name out and goes on
    same "${status}" 0
  else
    same "${status}" 70
    contains "${stderr}" "the environment cannot be set in this image's shell: "
    [ ! -e run/started ]
  fi
}

@test "HOME is kept when it can be written to, else it is ours" {
  launch - '' sh -c 'printf "%s\n" "${HOME}"'
  same "${output}" "${HOME}"
  HOME=/nowhere launch - '' sh -c 'printf "%s\n" "${HOME}"'
  same "${output}" "${PWD}/run/home"
  unset HOME
  launch - '' sh -c 'printf "%s\n" "${HOME}"'
  same "${output}" "${PWD}/run/home"
}

@test "HOME of the environment file counts" {
  mkdir run mine
  printf "export HOME='%s'\n" "${PWD}/mine" >run/env
  HOME=/nowhere launch - '' sh -c 'printf "%s\n" "${HOME}"'
  same "${output}" "${PWD}/mine"
}

@test "PATH is kept unless the environment file sets it" {
  launch - '' sh -c 'printf "%s\n" "${PATH}"'
  same "${output}" "${PATH}"
  printf "export PATH='%s:/mine'\n" "${PATH}" >run/env
  launch - '' sh -c 'printf "%s\n" "${PATH}"'
  same "${output}" "${PATH}:/mine"
}

@test "the working directory is entered; a missing one is an error before the start" {
  mkdir 'a dir'
  launch - "${PWD}/a dir" sh -c pwd
  same "${output}" "${PWD}/a dir"
  rm run/started
  launch n0nce "${PWD}/none" true
  [ "${status}" -ne 0 ]
  contains "${stderr}" none
  [ ! -e run/started ]
}

@test "a command that does not exist is 127, one that cannot be executed 126: both count as started" {
  launch - '' no-such-command
  same "${status}" 127
  [ -e run/started ]
  touch plain
  launch - '' ./plain
  same "${status}" 126
}
