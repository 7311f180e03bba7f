# SPDX-License-Identifier: Apache-2.0
# Errors that do not heal, and what the engine says can be done about them: cures.txt and its reader in messages.sh.
load helper

# Prints the name of the cure for the failure of kind $1 that text $2 tells of.
cure_of() {
  in_shell messages 'set_cure "$1" "$2"; [ -z "${cure}" ] || printf "%s\n" "${matched_rule}"' "$1" "$2"
}

@test "the texts of podman and docker have their cures" {
  local kind name text
  while read -r kind name text; do
    same "${text}: $(cure_of "${kind}" "${text}")" "${text}: ${name}"
  done <<'END'
run disk-full Error: creating container storage: write /s/overlay-layers/.tmp-layers.json1: no space left on device
build disk-full cat: write error: No space left on device
run subordinate-ids Error: keep-id requires additional UIDs or GIDs defined in /etc/subuid and /etc/subgid to function correctly: %!w(<nil>)
ask subordinate-ids Error: potentially insufficient UIDs or GIDs available in user namespace (requested 0:0 for /s/overlay/l): Check /etc/subuid
ask newuidmap Error: cannot set up namespace using "/usr/bin/newuidmap": newuidmap: write to uid_map failed: Operation not permitted
run runtime-directory the path in $XDG_RUNTIME_DIR must be writable by the user
ask runtime-directory level=error msg="XDG_RUNTIME_DIR directory \"/run/user/9\" is not owned by the current user"
ask runtime-directory level=error msg="mkdir /home/u/ro/libpod: permission denied"
ask runtime-directory Error: creating tmpdir: mkdir /run/user/1000: permission denied
ask pause-process Error: invalid internal status, try resetting the pause process with "podman system migrate": could not find any running process
run tun-device Error: /usr/bin/slirp4netns failed: "open(\"/dev/net/tun\"): Permission denied\nWARNING: Support for seccomp
run tun-module Error: /usr/bin/slirp4netns failed: "open(\"/dev/net/tun\"): No such file or directory\nWARNING: Support
ask covered-mount Error: unlinkat /s/overlay/ede9/merged: device or resource busy
pull image-damaged level=error msg="Image i:1 exists in local storage but may be corrupted (remove the image to resolve the issue): layer not known"
run image-damaged Error: stat /s/overlay/54f23d: no such file or directory
ask database-damaged Error: opening database /s/libpod/bolt_state.db: invalid database
ask database-elsewhere Error: database static dir "/a" does not match our static dir "/b": database configuration mismatch
ask docker-daemon Cannot connect to the Docker daemon at unix:///x/docker.sock. Is the docker daemon running?
ask docker-group Got permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock
ask podman-service Cannot connect to Podman. Please verify your connection to the Linux system
run platform ERROR (catatonit:6): failed to exec pid1: Exec format error
run platform [FATAL tini (7)] exec /bin/sh failed: Exec format error
pull platform-missing Error: choosing an image from manifest list docker://r/l:1: no image found in image index for architecture amd64, variant "", OS linux
pull platform-missing no matching manifest for linux/amd64 in the manifest list entries
pull registry-plain Error response from daemon: Get "https://r:5000/v2/": http: server gave HTTP response to HTTPS client
pull registry-certificate Error: pinging container registry r: Get "https://r/v2/": x509: certificate signed by unknown authority
run port-taken Error: rootlessport listen tcp 0.0.0.0:8080: bind: address already in use
run port-taken docker: Error response from daemon: driver failed: Bind for 0.0.0.0:8080 failed: port is already allocated.
run port-privileged Error: rootlessport cannot expose privileged port 80, you can add 'net.ipv4.ip_unprivileged_port_start=80'
run hybrid-cgroups Error: OCI runtime error: crun: cgroups in hybrid mode not supported, drop all controllers from cgroupv2
run limits Error: OCI runtime error: runc: error setting rlimit type 7: operation not permitted
run ping-group Error: crun: write to /proc/sys/net/ipv4/ping_group_range: Invalid argument
run labels Error: lsetxattr /home/u/p/f: operation not permitted
END
}

@test "texts without a cure, and texts that a command may write while an image is built" {
  same "$(cure_of run 'Error: unable to find user x: no matching entries in passwd file')" ''
  same "$(cure_of build 'Error: bind: address already in use')" ''
  same "$(cure_of build '/bin/x: Exec format error')" ''
}

@test "each name has one cure, and each cure a pattern" {
  local kind name rest patterns='' cures=''
  while read -r kind name rest; do
    case ${kind} in
      '' | '#'*) ;;
      cure) cures="${cures}${name}
" ;;
      *)
        [[ ${kind} =~ ^(ask|run|build|pull|any)$ && -n ${rest} ]]
        patterns="${patterns}${name}
"
        ;;
    esac
  done <"${SCRIPTS}/cures.txt"
  same "$(sort <<<"${cures}")" "$(sort -u <<<"${patterns}")"
}

@test "the cure stands in the report; without one it is said" {
  have podman
  behave podman run <<'END'
printf 'Error: creating container storage: write /s/layers.json: no space left on device\n' >&2
exit 125
END
  run_engine run --engine podman --image i --report report -- true
  same "${status} $(report cause)" '70 engine-failed'
  contains "$(report cure)" 'free space on the file system of that path'
  run_engine run --engine podman --image i -- true
  contains "${stderr}" 'invowk-engine: free space on the file system of that path'
}

@test "a pull that finds no image for this processor says so" {
  have podman
  behave podman run <<<'printf "Error: l:1: image not known\n" >&2; exit 125'
  behave podman image <<<'exit 1'
  behave podman pull <<'END'
printf 'Error: choosing an image from manifest list docker://l:1: no image found in image index for architecture amd64, variant "", OS linux\n' >&2
exit 125
END
  run_engine run --engine podman --image l:1 --report report -- true
  same "${status} $(report cause) $(report image_action)" '69 image-not-found '
  contains "$(report cure)" 'only for other processors'
}

@test "what the start said of a damaged image counts when there is nothing to pull" {
  have podman
  behave podman run <<'END'
printf 'level=error msg="Image i exists in local storage but may be corrupted (remove the image to resolve the issue): layer not known"\n' >&2
printf 'Error: localhost/i: image not known\n' >&2
exit 125
END
  behave podman image <<<'exit 1'
  run_engine run --engine podman --image localhost/i --report report -- true
  same "${status} $(report cause)" '69 image-not-found'
  contains "$(report cure)" 'podman rmi --force IMAGE'
}

@test "an image for another processor is not one without a shell" {
  have docker
  behave docker run <<<'printf "c0ffee" >"$8"; printf "[FATAL tini (7)] exec /bin/sh failed: Exec format error\n" >&2; exit 255'
  run_engine run --engine docker --image i --report report -- true
  same "${status}" 70
  same "$(report error)" "the image's /bin/sh is for another processor: [FATAL tini (7)] exec /bin/sh failed: Exec format error"
  contains "$(report cure)" "use an image for this machine's processor"
}

@test "the cure of an engine that is passed over is not that of the one that is found" {
  have podman docker
  behave podman info <<<'printf "Error: opening database /s/bolt_state.db: invalid database\n" >&2; exit 125'
  behave docker run <<<'printf "docker: Error response from daemon: unable to find user x\n" >&2; exit 125'
  run_engine run --image i --report report -- true
  same "$(report engine) $(report cure)" 'docker '
  rm "${bin}/docker"
  run_engine run --image i --report report -- true
  same "${status}" 69
  contains "$(report cure)" "podman's database is damaged"
}

@test "a registry that wants a name and a password, in docker's words" {
  have docker
  behave docker run <<<'printf "docker: Error response from daemon: No such image: r/i:1\n" >&2; exit 125'
  behave docker image <<<'exit 1'
  behave docker pull <<<'printf "Error response from daemon: Head \"http://r/v2/i/manifests/1\": no basic auth credentials\n" >&2; exit 1'
  run_engine run --engine docker --image r/i:1 --report report -- true
  same "${status} $(report cause) $(report image_action)" '69 image-access '
}

@test "a private directory that cannot be written to: a report, and what to do" {
  have podman
  rm "${bin}/mkfifo"
  printf '#!/bin/sh\nexit 1\n' >"${bin}/mkfifo"
  chmod +x "${bin}/mkfifo"
  run_engine run --engine podman --image i --report report -- true
  same "${status} $(report outcome) $(report cause)" '70 not-started engine-failed'
  same "$(report error)" "the private directory ${XDG_RUNTIME_DIR}/invowk cannot be written"
  contains "$(report cure)" 'free space'
  same "$(calls | grep -c '<run>')" 0
}

@test "a report that cannot be written does not change the status" {
  have podman
  mkdir taken
  run_engine run --engine podman --image i --report taken -- sh -c 'exit 6'
  same "${status}" 6
  contains "${stderr}" 'the report cannot be written: taken'
}

# A docker whose service ends while the command runs, or, with $1 = nothing, is asked for a container that is gone.
service_that_ends() {
  have docker
  behave docker run <<'END'
(launch_container "$@") || :
: >"${FAKE}/gone"
printf 'error waiting for container: unexpected EOF\n' >&2
exit 125
END
  behave docker container <<<"printf '%s\n' \"$1\" >&2; exit 1"
  behave docker rm <<<"printf '%s\n' \"$1\" >&2; exit 1"
  behave docker version <<END
[ ! -e "\${FAKE}/gone" ] || [ -z "$2" ] || { printf '%s\n' "$1" >&2; exit 1; }
printf '28.2.2 Engine;containerd;runc;docker-init;\n'
END
  run_engine run --engine docker --image i --report report -- true
}

@test "a service that ends while the command runs: the run says so, and its directory is left to a later sweep" {
  service_that_ends 'Cannot connect to the Docker daemon at unix:///x/docker.sock. Is the docker daemon running?' gone
  same "${status} $(report outcome)" '125 interrupted'
  contains "$(report error)" 'docker ended with status 125 while the command ran, and does not answer any more'
  contains "$(report cure)" "start docker's daemon"
  left=$(cd "${XDG_RUNTIME_DIR}/invowk" && ls -d run.*)
  [ ! -e "${XDG_RUNTIME_DIR}/invowk/${left}/mount" ]
  rm "${FAKE}/docker-rm" "${FAKE}/docker-version" "${FAKE}/docker-run" "${FAKE}/calls"
  run_engine run --engine docker --image i -- true
  contains "$(calls)" 'docker <rm> <--force> <NAME>'
  [ ! -e "${XDG_RUNTIME_DIR}/invowk/${left}" ]
}

@test "a command that ends with 125 is no lost service, though its container is gone already" {
  service_that_ends 'Error: No such container: x' ''
  same "${status} $(report outcome) $(report error)" '125 exited '
}

# Starts a process that looks like podman's monitor of container $1, with a child. Sets monitor and its child.
start_monitor() {
  bash -c 'exec -a "$2" bash -c "sleep 600 & echo \$! >child; wait" x --api-version 1 -n "$1" --exit-dir /x' x "$1" "$2" >/dev/null 2>&1 3>&- &
  monitor=$!
  until [ -s child ]; do sleep 0.02; done
  child=$(cat child)
  rm child
}

# Whether process $1 runs: it is there and has not ended.
runs() {
  [[ $(sed 's/.*) //' "/proc/$1/stat" 2>/dev/null) == [RSD]* ]]
}

@test "podman's monitor of a container that podman does not know ends, with its child; no other process does" {
  start_monitor invowk-s-other /usr/bin/conmon
  others="${monitor} ${child}"
  start_monitor invowk-s-name notconmon
  others="${others} ${monitor} ${child}"
  start_monitor invowk-s-name-longer /usr/bin/conmon
  others="${others} ${monitor} ${child}"
  start_monitor invowk-s-name /usr/bin/conmon
  in_shell monitors 'end_monitors invowk-s-name'
  until ! runs "${monitor}"; do sleep 0.02; done
  until ! runs "${child}"; do sleep 0.02; done
  for process in ${others}; do runs "${process}"; done
  # shellcheck disable=SC2086
  kill ${others}
}

# A podman that leaves a monitor of the container; then $1.
podman_with_monitor() {
  have podman
  ln -s "$(PATH=${all_of_path} type -P bash)" "${FAKE}/conmon"
  cat >"${FAKE}/podman-run" <<'END'
for option do case ${option} in invowk-*.[0-9]) ;; invowk-*) name=${option} ;; */monitor) file=${option} ;; esac; done
"${FAKE}/conmon" -c 'sleep 600 & wait' x -n "${name}" </dev/null >/dev/null 2>&1 3>&- &
until grep -q -s conmon "/proc/$!/comm"; do sleep 0.02; done
printf "%s\n" "$!" >"${FAKE}/monitor"; printf "%s" "$!" >"${file}"
END
  printf '%s\n' "$1" >>"${FAKE}/podman-run"
}

@test "a start whose client is killed ends the monitor" {
  podman_with_monitor 'kill -s KILL "$$"'
  run_engine run --engine podman --image i --report report -- true
  same "${status} $(report outcome)" '70 not-started'
  monitor=$(cat "${FAKE}/monitor")
  until ! runs "${monitor}"; do sleep 0.02; done
}

@test "a podman that ends with 0 and leaves its command running is no command that has ended" {
  podman_with_monitor '(launch_container "$@")'
  behave podman container <<<'printf "initialized\n"'
  run_engine run --engine podman --image i --report report -- true
  same "${status} $(report outcome)" '70 interrupted'
  same "$(report error)" 'podman ended with status 0 while the command ran; the container was removed'
  monitor=$(cat "${FAKE}/monitor")
  until ! runs "${monitor}"; do sleep 0.02; done
}

@test "a monitor that is a little late changes nothing" {
  podman_with_monitor '(launch_container "$@")'
  behave podman container <<<'printf "Error: no such container x\n" >&2; exit 125'
  run_engine run --engine podman --image i --report report -- true
  same "${status} $(report outcome) $(report exit_status)" '0 exited 0'
  kill "$(cat "${FAKE}/monitor")"
}

@test "a monitor without a command is not asked about: the engine is called once for a run" {
  podman_with_monitor '(launch_container "$@")'
  ln -s "$(PATH=${all_of_path} type -P sleep)" "${FAKE}/alone"
  rm "${FAKE}/conmon"
  ln -s "${FAKE}/alone" "${FAKE}/conmon"
  sed -i "s|-c 'sleep 600 & wait' x -n \"\${name}\"|600|" "${FAKE}/podman-run"
  run_engine run --engine podman --image i --report report -- true
  same "${status} $(report outcome)" '0 exited'
  same "$(calls | grep -c '<container>' || :)" 0
  kill "$(cat "${FAKE}/monitor")"
}
