# SPDX-License-Identifier: Apache-2.0
# selinux.sh and volumes.sh: labels of containers and mounts.
load helper

labels() {
  in_shell 'state selinux' 'engine_selinux=$1 session=; set_labels "$2" "$3" "$4"
    printf "%s %s %s\n" "${relabel:--}" "${own_relabel:--}" "${security_label:--}"' "$@"
}

@test "the modes" {
  mkdir w
  same "$(labels enabled private s0:c1,c2 "${PWD}/w")" 'Z Z level:s0:c1,c2'
  same "$(labels enabled shared '' "${PWD}/w")" 'z Z -'
  same "$(labels enabled disable '' "${PWD}/w")" '- - disable'
  same "$(labels enabled none '' "${PWD}/w")" '- Z -'
  for mode in private shared disable none; do
    same "$(labels disabled "${mode}" s0:c1,c2 "${PWD}/w")" '- - -'
  done
}

level() {
  in_shell selinux 'set_level "$1"; printf "%s\n" "${level}"' "$1"
}

@test "the level: two distinct categories, the lower first, always the same for a directory" {
  mkdir w
  same "$(level "${PWD}/w")" "$(level "${PWD}/w")"
  for number in {1..30}; do
    mkdir "d${number}"
    pair=$(level "${PWD}/d${number}")
    [[ ${pair} =~ ^s0:c([0-9]+),c([0-9]+)$ ]]
    [ "${BASH_REMATCH[1]}" -lt "${BASH_REMATCH[2]}" ]
    [ "${BASH_REMATCH[2]}" -le 1023 ]
  done
}

@test "the level of a known path does not change between versions" {
  same "$(level /srv/project)" s0:c413,c965
}

@test "a symbolic link to a directory has that directory's level" {
  mkdir real
  ln -s real link
  same "$(level "${PWD}/link")" "$(level "${PWD}/real")"
}

@test "modules of a project have its level, two projects have two" {
  mkdir -p a/module/deep b/module
  same "$(level "${PWD}/a/module")" "$(level "${PWD}/a/module")"
  [ "$(level "${PWD}/a/module/deep")" != "$(level "${PWD}/a")" ]
  for sign in .git .mvn pom.xml invkfile.cue; do
    : >"a/${sign}"
    same "$(level "${PWD}/a/module/deep")" "$(level "${PWD}/a")"
    same "$(level "${PWD}/a/module")" "$(level "${PWD}/a")"
    rm "a/${sign}"
  done
  : >a/pom.xml
  : >a/module/pom.xml
  : >b/pom.xml
  same "$(level "${PWD}/a/module/deep")" "$(level "${PWD}/a")"
  [ "$(level "${PWD}/a/module")" != "$(level "${PWD}/b/module")" ]
}

@test "a home directory that is a repository makes no project of all in it" {
  mkdir -p "${HOME}/a/.git" "${HOME}/b/.git" "${HOME}/.git"
  [ "$(level "${HOME}/a")" != "$(level "${HOME}/b")" ]
}

@test "without a workspace the level is that of the working directory" {
  mkdir w
  cd w
  same "$(labels enabled private '' '')" "Z Z level:$(level "${PWD}")"
}

forbidden() {
  in_shell selinux 'if is_forbidden "$1" "$2"; then printf "%s\n" "${forbidden}"; else printf "allowed\n"; fi' "$1" "${PWD}/a/b"
}

@test "directories that are never relabelled" {
  mkdir -p a/b/c a/d "${HOME}/.m2/repository" "${HOME}/project"
  same "$(forbidden /)" 'it is the root directory'
  same "$(forbidden "${HOME}")" 'it is a home directory'
  same "$(forbidden /root)" 'it is a home directory'
  same "$(forbidden /home)" 'it is a home directory'
  same "$(forbidden /home/somebody)" 'it is a home directory'
  same "$(forbidden /home/somebody/project)" allowed
  same "$(forbidden "${HOME}/project")" allowed
  same "$(forbidden "${HOME}/.m2")" "it is Maven's own directory"
  same "$(forbidden "${HOME}/.m2/repository")" "it is Maven's own directory"
  for directory in /etc /etc/default /usr /usr/share /bin /dev /proc/self /sys; do
    same "${directory} $(forbidden "${directory}")" "${directory} it belongs to the system"
  done
  same "$(forbidden /tmp)" 'it is shared by the whole system'
  same "$(forbidden "${PWD}/a")" 'the workspace lies in it'
  same "$(forbidden "${PWD}/a/b")" allowed
  same "$(forbidden "${PWD}/a/b/c")" allowed
  same "$(forbidden "${PWD}/a/d")" allowed
}

@test "a symbolic link, .. and doubled slashes do not get around it" {
  mkdir -p a/b
  ln -s /etc link
  same "$(forbidden "${PWD}/link")" 'it belongs to the system'
  same "$(forbidden "${PWD}/a/../../../../../../../../../..")" 'it is the root directory'
  same "$(forbidden //usr//)" 'it belongs to the system'
  ln -s /etc/passwd file
  same "$(forbidden "${PWD}/file")" 'it belongs to the system'
  same "$(forbidden "${PWD}/link/passwd")" 'it belongs to the system'
}

@test "a socket is never relabelled, an ordinary file may be" {
  : >file
  same "$(forbidden "${PWD}/file")" allowed
  PATH=${all_of_path} python3 -c 'import socket; socket.socket(socket.AF_UNIX).bind("service")'
  same "$(forbidden "${PWD}/service")" 'it is a socket, and its service needs its label'
  ln -s service link
  same "$(forbidden "${PWD}/link")" 'it is a socket, and its service needs its label'
}

@test "other homes, the login session's directory, logs" {
  for directory in /var/home /var/home/somebody; do
    same "${directory} $(forbidden "${directory}")" "${directory} it is a home directory"
  done
  same "$(forbidden /var/home/somebody/project)" allowed
  same "$(forbidden /run/user/4711)" 'it is shared by the whole system'
  same "$(forbidden /run/user/4711/build)" allowed
  same "$(forbidden /var/log/journal)" 'it belongs to the system'
}

volume() {
  in_shell 'state selinux volumes' 'relabel=$1 security_label=$2 workspace=$3 cause= own_relabel=
    set_volume "$4" && printf "%s\n" "${volume}" || printf "%s: %s\n" "${cause}" "${error}"' "$1" "$2" "${PWD}" "$3"
}

@test "the suffix is merged with the volume's own options" {
  mkdir -p w/d
  same "$(volume Z level:s0:c1,c2 "${PWD}/w:/d")" "${PWD}/w:/d:Z"
  same "$(volume Z level:s0:c1,c2 "${PWD}/w:/d:ro")" "${PWD}/w:/d:ro,Z"
  same "$(volume Z level:s0:c1,c2 "${PWD}/w:/d:ro,z")" "${PWD}/w:/d:ro,z"
  same "$(volume z '' "${PWD}/w:/d:ro")" "${PWD}/w:/d:ro,z"
  same "$(volume '' '' "${PWD}/w:/d:ro,Z")" "${PWD}/w:/d:ro,Z"
  same "$(volume '' '' "${PWD}/w:/d")" "${PWD}/w:/d"
}

@test "with labels switched off no suffix is left" {
  mkdir w
  same "$(volume '' disable "${PWD}/w:/d:z,ro")" "${PWD}/w:/d:ro"
  same "$(volume '' disable "${PWD}/w:/d:Z")" "${PWD}/w:/d"
  same "$(volume '' disable "${PWD}/w:/d")" "${PWD}/w:/d"
}

@test "a named volume stays as it is" {
  same "$(volume Z level:s0:c1,c2 cache:/d)" cache:/d
  same "$(volume Z level:s0:c1,c2 etc:/d:ro)" etc:/d:ro
}

@test "a forbidden directory is refused when it would be relabelled, and only then" {
  contains "$(volume Z level:s0:c1,c2 /etc/default:/d:ro)" 'forbidden-path: /etc/default must not be relabelled for SELinux: it belongs to the system;'
  contains "$(volume '' '' /etc/default:/d:Z)" 'forbidden-path: '
  same "$(volume '' '' /etc/default:/d:ro)" /etc/default:/d:ro
  same "$(volume '' disable /etc/default:/d:ro)" /etc/default:/d:ro
}

@test "a whole run where the service's machine has SELinux" {
  have podman
  behave podman info <<<"printf 'true false true 5.0\n'"
  touch script
  run_engine run --image i --workspace "${workspace}" --volume "${workspace}:/x:ro" --script script --level s0:c1,c2 -- true
  same "${status} ${stderr}" '0 '
  contains "$(calls | tail -n 1)" "<--security-opt> <label=level:s0:c1,c2> <--volume> <TMP/project:/workspace:Z>\
 <--volume> <TMP/runtime/invowk/run.UNIQUE/mount:/run/invowk:Z>\
 <--volume> <TMP/runtime/invowk/run.UNIQUE/mount/script:/run/invowk/script:ro,Z> <--volume> <TMP/project:/x:ro,Z> <--entrypoint>"
  run_engine run --image i --workspace "${workspace}" --selinux disable -- true
  contains "$(calls | tail -n 1)" "<--security-opt> <label=disable> <--volume> <TMP/project:/workspace> <--volume> <TMP/runtime/invowk/run.UNIQUE/mount:/run/invowk> <--entrypoint>"
}

@test "a home directory as workspace is refused, with nothing started" {
  have podman
  behave podman info <<<"printf 'true false true 5.0\n'"
  run_engine run --image i --workspace "${HOME}" --report report -- true
  [ "${status}" -eq 64 ]
  same "$(report outcome) $(report cause)" 'not-started forbidden-path'
  [[ $(calls) != *'<run>'* ]]
}
