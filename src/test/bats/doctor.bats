# SPDX-License-Identifier: Apache-2.0
# The verb doctor: surroundings.sh, doctor.sh and examine.sh.
load helper

# What the fakes say of themselves, and of the machine.
answer_podman() {
  behave podman info <<'END'
case $3 in
  *Rootless*) printf 'true false false 4.3.1 overlay /nowhere\n' ;;
  *) printf 'overlay\t/nowhere\tcrun\tv2\thost\t6.1\t0:1000:1 1:100000:65536 \t0:1000:1 1:100000:65536 \n' ;;
esac
END
  behave podman unshare <<<'shift; "$@"'
}

answer_docker() {
  behave docker info <<END
case \$3 in
  *OperatingSystem*) printf 'Debian GNU/Linux 12 (bookworm);name=seccomp,profile=builtin;\n' ;;
  *) printf 'overlay2\t/var/lib/docker\trunc\t2\t$1\t$2\t\t\n' ;;
esac
END
  behave docker images <<<'printf "<none>:<none>\ninvowk-test:1\ndebian:stable-slim\n"'
  behave docker run <<'END'
while [ "$1" != --mount ]; do shift; done
source=${2#type=bind,source=}
ls -1ai "${source%,target=/workspace,readonly}"
END
}

doctor() {
  run_engine doctor --workspace "${workspace}" "$@"
}

# The value that is told of subject $1 and name $2; of several, each on a line.
told() {
  sed -n "s|^$1	$2	||p" <<<"${output}" | sed "s|${BATS_TEST_TMPDIR}|TMP|g"
}

# The findings, tabs as bars; but the one of the override by the helper, which the machine of the tests may not bear out.
findings() {
  sed -n -e '/INVOWK_SANDBOX says "none"/d' -e '/INVOWK_SANDBOX says "flatpak"/d' -e 's/^finding	//p' <<<"${output}" | tr '\t' '|' | sed "s|${BATS_TEST_TMPDIR}|TMP|g"
}

need_programs() {
  for program in "$@"; do [ -e "${bin}/${program}" ] || ln -s "$(PATH=${all_of_path} type -P "${program}")" "${bin}/${program}"; done
}

@test "all is well: what is taken, and no finding" {
  have podman docker
  need_programs df
  answer_podman
  doctor
  same "${status} ${stderr} $(findings)" '0  '
  same "$(told engine candidate)" "podman
podman-remote
docker"
  same "$(told engine state)" "answers
absent
answers"
  same "$(told containers engine) $(told containers mode) $(told containers version) $(told containers run)" 'TMP/bin/podman podman-rootless 4.3.1 yes'
  same "$(told containers storage_driver) $(told containers oci_runtime) $(told containers cgroups) $(told containers selinux)" 'overlay crun v2 disabled'
  same "$(told containers uid_map)" '0:1000:1 1:100000:65536'
  same "$(told project host_path)" TMP/project
  same "$(told project inode)" "$(stat -Lc %d:%i "${workspace}")"
  same "$(told project proof_engine)" 'the same inode of the same device, as podman sees it'
  [[ $(told containers call_ms) =~ ^[0-9]+$ ]]
  same "$(told sandbox kinds) $(told sandbox override)" 'none none'
}

@test "nothing is started, pulled, removed or kept" {
  have podman docker
  answer_podman
  doctor
  same "$(calls | cut -d' ' -f1,2 | sort | uniq -c | sed 's/^ *//')" "1 docker <--version>
1 docker <info>
1 docker <version>
2 podman <--version>
3 podman <info>
1 podman <unshare>"
  same "$(kept)" ''
}

@test "the engine that a run takes is the one that is told" {
  have docker podman
  answer_podman
  answer_docker host 6.1
  for order in 'podman docker' 'docker podman'; do
    # shellcheck disable=SC2086
    set -- ${order}
    doctor --engine "$1" --engine "$2"
    taken=$(told containers engine)
    run_engine locate --engine "$1" --engine "$2"
    same "$(sed -n 's/^path=//p' <<<"${output}" | sed "s|${BATS_TEST_TMPDIR}|TMP|")" "${taken}"
    same "${taken}" "TMP/bin/$1"
  done
}

@test "the answer of an earlier call counts, as for a run" {
  have docker podman
  answer_docker host 6.1
  behave podman info <<<'exit 125'
  engine locate
  answer_podman
  doctor
  same "${status} $(told containers engine) $(told state kept_engine)" '0 TMP/bin/docker TMP/bin/docker'
  contains "$(findings)" 'note|an earlier call found TMP/bin/docker, and that counts as long as it works; TMP/bin/podman stands before it and answers now|mvn invowk:clean'
  # one that works no more does not count
  behave docker version <<<'exit 1'
  doctor
  same "${status} $(told containers engine)" '0 TMP/bin/podman'
}

@test "no engine is there" {
  doctor
  same "${status} $(findings)" '69 error|no container engine is installed|install podman or docker'
  same "$(told engine reason)" 'not on PATH
not on PATH
not on PATH'
  same "$(told containers run)" no
}

@test "an engine that is down: its words and the cure" {
  have docker
  behave docker version <<'END'
printf 'Cannot connect to the Docker daemon at unix:///var/run/docker.sock.\n' >&2
exit 1
END
  doctor
  same "${status} $(findings)" "69 error|TMP/bin/docker: service does not answer: Cannot connect to the Docker daemon at unix:///var/run/docker.sock.\
|start docker's daemon, or choose one that runs with DOCKER_HOST or \"docker context use\""
  same "$(told engine state)" 'absent
absent
fails'
}

@test "an engine before the one that is taken is a warning, one after it none" {
  have podman docker
  answer_docker "$(uname -n)" "$(uname -r)"
  behave podman info <<<'printf "Error: unlinkat /s/overlay/ede9/merged: device or resource busy\n" >&2; exit 125'
  doctor
  same "${status} $(told containers engine)" '0 TMP/bin/docker'
  same "$(findings)" 'warning|TMP/bin/podman: service does not answer: Error: unlinkat /s/overlay/ede9/merged: device or resource busy|podman calls have covered a mount of each other: "podman system migrate" frees it, and stops all containers'
  same "$(told project proof_engine)" 'the same inode, as a container sees it'
  doctor --engine docker --engine podman
  same "${status} $(findings)" '0 '
}

@test "an engine that hangs is ended, and a run would go no further" {
  have podman docker
  answer_docker host 6.1
  behave podman info <<<'exec sleep 600'
  before=${SECONDS}
  doctor --engine-timeout 1
  [ "$((SECONDS - before))" -lt 30 ]
  same "${status} $(told engine state) $(told containers engine)" '70 hangs
absent
answers '
  contains "$(findings)" 'error|TMP/bin/podman: podman hung: it told about itself for 1 s and was ended; it said nothing|another call of it may keep it busy'
  # behind the one that is taken it does not matter
  doctor --engine-timeout 1 --engine docker --engine podman
  same "${status} $(told containers engine)" '0 TMP/bin/docker'
}

@test "an engine that hangs at a later question is told of" {
  have podman
  answer_podman
  behave podman unshare <<<'exec sleep 600'
  doctor --engine-timeout 1
  same "${status} $(told containers engine)" '0 TMP/bin/podman'
  contains "$(findings)" "warning|podman does not see TMP/project, or cannot be asked for it"
  contains "$(told project proof_engine)" 'podman hung'
}

@test "a signal ends it" {
  have podman
  behave podman info <<'END'
: >"${FAKE}/asked"
exec sleep 600
END
  # the shell may be two words: busybox ash
  # shellcheck disable=SC2086
  ${ENGINE_SHELL:-sh} "${SCRIPTS}/invowk-engine" doctor >/dev/null &
  until [ -e "${FAKE}/asked" ]; do sleep 0.05; done
  kill -s TERM "$!"
  status=0
  wait "$!" || status=$?
  same "${status}" 143
}

@test "rootless podman without subordinate ids cannot run" {
  have podman
  answer_podman
  behave podman info <<'END'
case $3 in
  *Rootless*) printf 'true false false 4.3.1 vfs /nowhere\n' ;;
  *) printf 'vfs\t/nowhere\tcrun\tv2\thost\t6.1\t0:1000:1 \t0:1000:1 \n' ;;
esac
END
  need_programs true
  ln -s "${bin}/true" "${bin}/newuidmap"
  doctor
  same "${status} $(told containers run)" '70 no'
  contains "$(findings)" "error|podman has no ids for containers but the user's own|give the user subordinate ids, as root"
  contains "$(findings)" 'warning|the storage driver vfs copies the whole image for each container'
  rm "${bin}/newuidmap"
  doctor
  contains "$(findings)" "error|podman has no ids for containers but the user's own|install the package of newuidmap"
}

@test "podman that sees another directory under the project's path" {
  have podman
  answer_podman
  behave podman unshare <<<'printf "1:2\n"'
  doctor
  same "${status} $(findings)" "64 error|podman sees another directory at TMP/project than this process: 1:2, not $(stat -Lc %d:%i "${workspace}")\
|\"podman system migrate\" renews podman's namespace, and stops all containers"
}

# What a container of docker sees, in place of the project: directory $1.
show_container() {
  behave docker run <<<"ls -1ai '$1'"
}

@test "a service: a container of an image that is there lists the project, and nothing else is started" {
  have docker
  answer_docker "$(uname -n)" "$(uname -r)"
  doctor
  same "${status} $(findings) $(told project proof_engine)" '0  the same inode, as a container sees it'
  same "$(calls | grep -c '^docker <\(run\|create\|start\)>')" 1
  same "$(calls | grep '^docker <run>' | sed 's/-[0-9]*-doctor/-PID-doctor/')" "docker <run> <--label> <OWNER> <--label> <io.invowk.session=-> <--rm> <--pull=never> <--network=none> \
<--name> <invowk-PID-doctor> <--security-opt> <label=disable> <--mount> <type=bind,source=TMP/project,target=/workspace,readonly> \
<--user> <$(id -u):$(id -g)> <--entrypoint> <ls> <debian:stable-slim> <-1ai> </workspace>"
  same "$(kept)" ''
}

@test "a service that has another directory under the project's path, or none" {
  have docker
  answer_docker "$(uname -n)" "$(uname -r)"
  mkdir other
  show_container "${PWD}/other"
  doctor
  same "${status} $(told containers run)" '64 no'
  same "$(findings)" "error|a container has another directory under TMP/project than this process: inode $(stat -c %i other), not $(stat -c %i project)\
|use an engine of this machine, share the directory with that of the service, or put the project into an image: mvn invowk:provision"
  behave docker run <<'END'
printf 'docker: Error response from daemon: invalid mount config for type "bind": bind source path does not exist: /x\n' >&2
exit 125
END
  doctor
  same "${status}" 64
  contains "$(findings)" 'error|the machine of docker does not have the directory TMP/project|use an engine of this machine'
}

@test "a service on another machine, whose inodes are others: the names tell" {
  have docker
  answer_docker elsewhere 5.5
  mkdir other
  show_container "${PWD}/other"
  doctor
  same "${status} $(told project proof_engine)" '0 none: the directory is empty here, and in a container; the service is on elsewhere, where inodes are others'
  contains "$(findings)" "warning|the service runs on elsewhere (kernel 5.5), this process on $(uname -n) (kernel $(uname -r)): TMP/project may be another directory there, or none; the directory is empty"
  touch project/f 'project/ g h' other/f
  doctor
  same "${status}" 64
  contains "$(findings)" 'error|a container has another directory under TMP/project than this process: it does not have the same names in it|'
  touch 'other/ g h'
  doctor
  same "${status} $(findings)" '0 '
  same "$(told project proof_engine)" 'the same names in it, as a container sees it; the service is on elsewhere, where inodes are others'
}

@test "images without ls prove nothing, nor does none, nor an engine that fails or hangs" {
  have docker
  answer_docker elsewhere 5.5
  behave docker run <<'END'
printf 'docker: Error response from daemon: exec: "ls": executable file not found in $PATH: unknown.\n' >&2
exit 127
END
  doctor
  same "${status} $(told project proof_engine)" '0 none: only a container can tell, and an image without the program ls (invowk-test:1) cannot'
  contains "$(findings)" '|an image that has the program ls lets the doctor look, such as "docker pull docker.io/library/debian:stable-slim"'
  same "$(calls | grep '^docker <run>' | grep -o '[a-z-]*:[a-z0-9-]*> <-1ai>')" 'debian:stable-slim> <-1ai>
invowk-test:1> <-1ai>'
  behave docker run <<<'printf "docker: no space left\n" >&2; exit 125'
  doctor
  same "${status} $(told project proof_engine)" '0 none: only a container can tell, and it did not: docker: no space left'
  behave docker run <<<'exec sleep 600'
  doctor --engine-timeout 1
  same "${status}" 0
  contains "$(told project proof_engine)" 'none: only a container can tell: docker hung: it listed the directory in a container for 1 s'
  same "$(calls | tail -n 1 | sed 's/-[0-9]*-doctor/-PID-doctor/')" 'docker <rm> <--force> <invowk-PID-doctor>'
  behave docker images <<<':'
  doctor
  same "${status} $(told project proof_engine)" '0 none: only a container can tell, and there is no image to make one of'
}

@test "in a container with the socket: what somebody says of the machine's directories is tried, too" {
  have docker
  answer_docker elsewhere "$(uname -r)"
  mkdir -p there/project
  touch project/f
  INVOWK_SANDBOX=container-socket INVOWK_HOST_PATHS=${PWD}=${PWD}/there doctor
  same "${status} $(told project engine_path)" '0 TMP/there/project'
  contains "$(findings)" 'warning|a container has another directory under TMP/there/project than this process'
  contains "$(findings)" '|start the container with a volume for it, or tell where it is there with INVOWK_HOST_PATHS='
  INVOWK_SANDBOX=container-socket INVOWK_HOST_PATHS=/nowhere=/there doctor
  same "${status} $(told containers run)" '64 no'
  contains "$(findings)" 'error|the machine of docker does not have the private directory TMP/runtime/invowk of this container|set XDG_RUNTIME_DIR, or TMPDIR'
  contains "$(findings)" 'error|the machine of docker does not have the directory TMP/project of this container|start the container with a volume for it'
}

@test "SELinux: the level that a run takes, and directories that it refuses" {
  have podman
  answer_podman
  behave podman info <<'END'
case $3 in
  *Rootless*) printf 'true false true 4.3.1 overlay /nowhere\n' ;;
  *) printf 'overlay\t/nowhere\tcrun\tv2\thost\t6.1\t0:1000:1 1:100000:65536 \t0:1000:1 1:100000:65536 \n' ;;
esac
END
  doctor
  same "${status} $(told containers selinux)" '0 enabled'
  [[ $(told containers labels) =~ ^'private: directories are mounted with :Z, s0:c'[0-9]+,c[0-9]+$ ]]
  run_engine doctor --workspace "${HOME}"
  same "${status}" 64
  contains "$(findings)" 'error|TMP/home must not be relabelled for SELinux: it is a home directory|move the project'
  run_engine doctor --workspace "${HOME}" --selinux disable
  same "${status} $(findings) $(told containers labels)" '0  disable: containers run without separation by labels'
}

@test "what killed calls have left is counted" {
  have podman
  answer_podman
  engine locate >/dev/null
  IFS='|' read -r host machine boot namespace uid service <<<"$(in_shell 'state supervise lock engine identity' \
    'set_caller; set_engine_key; set_identity; printf "%s|%s|%s|%s|%s|" "${host}" "${machine}" "${boot}" "${pid_namespace}" "${caller_uid}"
    printf "%s\n" "${engine_service}"')"
  sh -c 'exit 0' &
  dead=$!
  wait "${dead}"
  printf '%s\n' "${host} ${machine} ${boot} ${namespace} ${uid} ${dead} 1" - "podman ${bin}/podman ${service}" i >"${XDG_RUNTIME_DIR}/invowk/owner.run.1"
  doctor
  same "${status} $(told state leftovers)" '0 1'
  contains "$(findings)" 'note|calls that were killed have left 1 work directories'
  [ -e "${XDG_RUNTIME_DIR}/invowk/owner.run.1" ]
}

@test "a private directory of somebody else" {
  chmod 755 "${XDG_RUNTIME_DIR}"
  rm -rf "${XDG_RUNTIME_DIR}/invowk"
  : >"${XDG_RUNTIME_DIR}/invowk"
  mkdir tmp
  : >"tmp/invowk-$(id -u)"
  [ ! -d "/run/user/$(id -u)" ] || skip "there is /run/user/$(id -u)"
  TMPDIR=${PWD}/tmp doctor
  same "${status}" 70
  contains "$(findings)" 'error|the private directory TMP/tmp/invowk-'
}

@test "an override that is wrong, and one that the facts do not bear out" {
  have podman
  answer_podman
  INVOWK_SANDBOX=flatpack doctor
  same "${status}" 64
  contains "$(findings)" 'error|INVOWK_SANDBOX is "flatpack", which is no list of kinds of sandboxes|unset it'
  same "$(calls)" ''
  INVOWK_SANDBOX=wsl doctor
  same "${status} $(told sandbox kinds)" '0 wsl'
  contains "$(findings)" 'note|INVOWK_SANDBOX says "wsl", the facts say "'
}

@test "in a Flatpak: the way out, and what the host says" {
  export INVOWK_SANDBOX=flatpak FLATPAK_ID=org.example.Ide
  have podman flatpak-spawn
  need_programs env tr
  answer_podman
  doctor
  same "${status} ${stderr}" '0 '
  same "$(told sandbox kinds) $(told sandbox application) $(told sandbox way)" 'flatpak org.example.Ide TMP/bin/flatpak-spawn'
  same "$(told project path) $(told project host_path)" 'TMP/project TMP/project'
  same "$(told project proof_sandbox)" 'the same inode of the same device'
  [[ $(told sandbox hop_ms) =~ ^[0-9]+$ ]]
  same "$(told containers run)" yes
  same "$(calls | grep -c '^flatpak-spawn')" 1
}

@test "in a Flatpak: a directory that the host does not have" {
  export INVOWK_SANDBOX=flatpak FLATPAK_ID=org.example.Ide
  have podman flatpak-spawn
  need_programs env tr
  answer_podman
  run_engine doctor --workspace /no/such/place
  same "${status} ${stderr} $(told containers engine) $(told containers run)" '64  TMP/bin/podman no'
  same "$(findings)" 'error|the host does not have the directory /no/such/place of this Flatpak (org.example.Ide)|let both have it with "flatpak override --user --filesystem=/no/such/place org.example.Ide" on the host, and start the application anew'
}

@test "in a Flatpak without the permission" {
  export INVOWK_SANDBOX=flatpak FLATPAK_ID=org.example.Ide
  have podman flatpak-spawn
  need_programs env tr
  printf 'printf "%%s\\n" "Portal call failed: org.freedesktop.DBus.Error.ServiceUnknown" >&2\nexit 1\n' >"${FAKE}/spawn-1"
  doctor
  same "${status} ${stderr}" '69 '
  contains "$(findings)" 'error|the host: this Flatpak (org.example.Ide) has no permission to call it|give the permission with "flatpak override --user --talk-name=org.freedesktop.Flatpak org.example.Ide" on the host'
  same "$(told containers run)" no
}

@test "in a Flatpak without flatpak-spawn" {
  export INVOWK_SANDBOX=flatpak FLATPAK_ID=org.example.Ide
  have podman
  answer_podman
  doctor
  same "${status} $(told sandbox way)" '0 none: no program flatpak-spawn'
  contains "$(findings)" 'warning|this Flatpak (org.example.Ide) has no program flatpak-spawn'
}

@test "in a snap that is confined" {
  SNAP=/snap/ide/1 SNAP_NAME=ide INVOWK_SANDBOX=snap-strict doctor
  same "${status} $(told containers run)" '69 no'
  contains "$(findings)" 'error|the host: this snap (ide) is strictly confined and cannot call it|install the application as a classic snap'
}

@test "help and mistakes" {
  run_engine doctor --help
  same "${status}" 0
  contains "${output}" 'usage: invowk-engine doctor'
  run_engine doctor --workspace /no/such/directory
  same "${status}" 64
  contains "${stderr}" '--workspace is not a directory: /no/such/directory'
  run_engine doctor --selinux maybe
  same "${status}" 64
  run_engine doctor --engine
  same "${status}" 64
  run_engine doctor podman
  same "${status}" 64
  contains "${stderr}" 'unknown option "podman"'
}
