#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# registry.sh - what a registry on the loopback interface answers, and what the engine's scripts make of it; sourced by run, does
# nothing itself.
#
# needs: engine, session, small, small_tar, work, places; sourced after checks.sh and places.sh
# Images are put into it with podman, whichever engine is tried.

# Prints three numbers of ports that nobody listens on.
free_ports() {
  python3 -c 'import socket
sockets = [socket.socket() for _ in range(3)]
for each in sockets: each.bind(("127.0.0.1", 0))
print(*(each.getsockname()[1] for each in sockets))'
}

# Starts a registry named $1 on port $2; $3 is more of its settings.
start_registry() {
  cat >"${places}/registry/${1}.yml" <<END
version: 0.1
log: {level: warn, accesslog: {disabled: false}}
storage: {filesystem: {rootdirectory: ${places}/registry/data}}
http: {addr: "127.0.0.1:${2}"}
${3}
END
  docker-registry serve "${places}/registry/${1}.yml" >"${work}/registry.${1}.log" 2>&1 </dev/null &
  printf '%s\n' "$!" >"${places}/registry/${1}.pid"
  await "kill -0 $! && ! curl --silent http://127.0.0.1:${2}/v2/" || fail 69 'the registry does not answer'
}

close_registries() {
  for file in "${places}"/registry/*.pid; do
    [ ! -e "${file}" ] || kill "$(cat "${file}")" 2>/dev/null || :
  done
}

# Puts file system $1 as image $2 into the open registry, for processor $3.
publish() {
  podman import --quiet --arch "${3}" "${1}" "${open}/${2}" >/dev/null
  podman push --quiet "${open}/${2}" >/dev/null 2>&1
  podman rmi --force "${open}/${2}" >/dev/null
}

# Opens a registry that everybody may use and one that wants a name and a password, and fills them.
open_registries() {
  command -v docker-registry >/dev/null || fail 69 'docker-registry is missing (Debian: apt install docker-registry)'
  mkdir -p "${places}/registry"
  read -r port private_port closed_port <<END
$(free_ports)
END
  open=127.0.0.1:${port} private=127.0.0.1:${private_port} closed=127.0.0.1:${closed_port}
  # shellcheck disable=SC2016 # perl's
  perl -e 'print "tester:", crypt("let me in", "\$2y\$05\$abcdefghijklmnopqrstuu"), "\n"' >"${places}/registry/users"
  start_registry open "${port}" ''
  start_registry private "${private_port}" "auth: {htpasswd: {realm: test, path: ${places}/registry/users}}"
  # podman uses only registries with certificates unless it is told otherwise; docker trusts the loopback interface
  CONTAINERS_REGISTRIES_CONF=${places}/registry/registries.conf
  export CONTAINERS_REGISTRIES_CONF
  for place in "${open}" "${private}" "${closed}"; do
    printf '[[registry]]\nlocation = "%s"\ninsecure = true\n' "${place}"
  done >"${CONTAINERS_REGISTRIES_CONF}"
  make_foreign_tree
  publish "${small_tar}" "${session}:here" amd64
  publish "${work}/foreign.tar" "${session}:foreign" arm64
  podman manifest create "${open}/${session}:list" >/dev/null
  podman manifest add "${open}/${session}:list" "docker://${open}/${session}:foreign" >/dev/null
  podman manifest push "${open}/${session}:list" "docker://${open}/${session}:list" >/dev/null 2>&1
  podman manifest rm "${open}/${session}:list" >/dev/null
}

# A file system whose programs are for another processor: the number of that in busybox's header (ELF, e_machine).
make_foreign_tree() {
  cp -a "${work}/tree" "${work}/foreign"
  machine='\267\000'
  [ "$(uname -m)" != aarch64 ] || machine='\076\000'
  # shellcheck disable=SC2059 # it is a format
  printf "${machine}" | dd of="${work}/foreign/bin/busybox" bs=1 seek=18 conv=notrunc 2>/dev/null
  pack_tree "${work}/foreign" "${work}/foreign.tar"
}

# The image $2 cannot be had: check $1, status $3, cause $4, a cure that contains $5.
try_image() {
  run=$(make_run "image.${4}")
  call_engine "${run}" --image "${2}" -- sh -c 'echo begun >>/workspace/count'
  check_end "${1}" "${run}" "${3}" "${4}" 0 "${5-}"
}

# Prints the blobs that the open registry has given out, one a line.
blobs() {
  sed -n 's|.*"GET /v2/[^ ]*/blobs/\([^ ]*\) HTTP/1.1" 200.*|\1|p' "${work}/registry.open.log"
}

try_one_pull() {
  mkdir -p "${work}/shared"
  for number in 1 2 3 4 5 6 7 8; do
    run=$(make_run "shared.${number}")
    (call_engine "${run}" --image "${open}/${session}:here" -- sh -c 'echo begun >>/workspace/count') &
  done
  wait_for_jobs
  pulled=0
  for number in 1 2 3 4 5 6 7 8; do
    check_end "a pull that eight want, ${number}" "${work}/shared.${number}" 0 '' 1
    action=$(value "${work}/shared.${number}" image_action)
    [ "${action}" != pulled ] || pulled=$((pulled + 1))
  done
  check_same 'a pull that eight want: reports of it' "${pulled}" 1
  # what is in the engine's storage already need not be given out at all
  twice=$(blobs | tail -n "+$((blobs_before + 1))" | sort | uniq -d)
  check_same 'a pull that eight want: what the registry gave out twice' "${twice}" ''
}

# Errors of a pull, in front of the real one. The image is removed before each.
try_pull_errors() {
  enter_shim
  again=$(text_of pull again)
  for fault in "1:${again}" "1 2 3:${again}" '1:Error: the moon is full' '1:hang'; do
    "${SHIM_ENGINE}" rmi --force "${open}/${session}:here" >/dev/null 2>&1 || :
    SHIM_AFTER=
    [ "${fault#*:}" != hang ] || SHIM_AFTER=hang
    export SHIM_AFTER
    call_with_fault pull pull " ${fault%%:*} " "${fault#*:}" --engine-timeout 2 --image "${open}/${session}:here"
    case ${fault} in
      "1:${again}") check_end 'pull, once' "${run}" 0 '' 1 ;;
      1:hang) check_end 'pull hangs' "${run}" 70 engine-hung 0 ;;
      "1 2 3:"*) check_end 'pull, three times' "${run}" 75 image-network 0 ;;
      *) check_end 'pull, an error that is not on the list' "${run}" 70 engine-failed 0 ;;
    esac
  done
  unset SHIM_AFTER
  PATH=${former_path}
}

# Waits for the last eight background processes; the registries go on.
wait_for_jobs() {
  for number in 1 2 3 4 5 6 7 8; do
    await "[ ! -e '${work}/shared.${number}/status' ]" || :
  done
}

try_registry() {
  open_registries
  try_image 'a tag that is not there' "${open}/${session}:none" 69 image-not-found
  try_image 'a name that is not there' "${open}/none:1" 69 image-not-found
  try_image 'a registry that wants a password' "${private}/${session}:here" 69 image-access
  try_image 'a registry that is closed' "${closed}/${session}:here" 69 image-network
  try_image 'a registry without an address' "nowhere.invalid/${session}:here" 69 image-network
  try_image 'an image only for another processor' "${open}/${session}:list" 69 image-not-found 'only for other processors'
  try_image 'an image whose programs are for another processor' "${open}/${session}:foreign" 70 start-failed \
    "use an image for this machine's processor"
  blobs_before=$(blobs | wc -l)
  try_one_pull
  try_pull_errors
  close_registries
}
