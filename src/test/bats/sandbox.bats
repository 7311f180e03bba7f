# SPDX-License-Identifier: Apache-2.0
# sandbox.sh and snap.sh: which sandbox this is, by facts, and what a snap's environment is made into. The facts are files below a directory
# of the test and variables; of snaps and WSL there is no other test: nothing here has snapd, its mounts or its AppArmor profiles.
load helper

# What is found among the facts below directory "root", with the variables given as NAME=VALUE.
found() {
  PATH=${all_of_path} env -u DOCKER_HOST -u CONTAINER_HOST -u SNAP -u KUBERNETES_SERVICE_HOST -u INVOWK_SANDBOX -u FLATPAK_ID "$@" \
    sh -c '. "$1/sandbox.sh"; facts=$2; set -eu; set_sandbox; printf "%s %s\n" "${sandbox}" "${sandbox_app}"' sh "${SCRIPTS}" "${PWD}/root"
}

# Makes empty files below "root".
with() {
  local file
  rm -rf root
  for file in "$@"; do
    mkdir -p "root/$(PATH=${all_of_path} dirname "${file}")"
    : >"root/${file}"
  done
}

@test "each kind, by its own facts" {
  with etc/passwd
  same "$(found)" 'none '
  with .flatpak-info
  printf '[Application]\nname=org.example.Ide\nruntime=runtime/x\n[Context]\nname=no\n' >root/.flatpak-info
  same "$(found)" 'flatpak org.example.Ide'
  same "$(found FLATPAK_ID=org.example.Other)" 'flatpak org.example.Other'
  with run/.containerenv run/.toolboxenv
  same "$(found)" 'toolbox '
  with run/.containerenv usr/bin/distrobox-host-exec usr/bin/entrypoint
  same "$(found CONTAINER_ID=box)" 'distrobox box'
  with .dockerenv usr/bin/distrobox-host-exec usr/bin/entrypoint
  same "$(found CONTAINER_ID=box)" 'distrobox box'
  with run/.containerenv
  same "$(found)" 'container '
  same "$(found CONTAINER_HOST=unix:///s)" 'container-socket '
  with .dockerenv
  same "$(found DOCKER_HOST=tcp://docker:2375)" 'container-socket '
  with etc/passwd
  same "$(found KUBERNETES_SERVICE_HOST=10.0.0.1)" 'container '
  with proc/sys/kernel/osrelease
  printf '5.15.153.1-microsoft-standard-WSL2\n' >root/proc/sys/kernel/osrelease
  same "$(found)" 'wsl '
}

@test "programs of another sandbox that lie about make none" {
  with usr/bin/distrobox-host-exec var/lib/snapd/hostfs
  same "$(found)" 'none '
  # a container with Distrobox installed
  with .dockerenv usr/bin/distrobox-host-exec
  same "$(found)" 'container '
}

@test "snaps: a strict one has the machine's root elsewhere, or a profile that is enforced" {
  with etc/passwd
  same "$(found SNAP=/snap/code/1 SNAP_NAME=code)" 'snap-classic code'
  with proc/self/attr/current
  printf 'snap.code.code (complain)\n' >root/proc/self/attr/current
  same "$(found SNAP=/snap/code/1 SNAP_NAME=code)" 'snap-classic code'
  printf 'snap.idea.idea (enforce)\n' >root/proc/self/attr/current
  same "$(found SNAP=/snap/idea/1 SNAP_NAME=idea)" 'snap-strict idea'
  with var/lib/snapd/hostfs/etc
  same "$(found SNAP=/snap/idea/1 SNAP_NAME=idea)" 'snap-strict idea'
}

@test "nested ones, the innermost first" {
  with .flatpak-info run/.containerenv proc/sys/kernel/osrelease
  printf '6.6-microsoft\n' >root/proc/sys/kernel/osrelease
  same "$(found FLATPAK_ID=a.b.C)" 'flatpak,container,wsl a.b.C'
}

@test "INVOWK_SANDBOX overrides what is found; another word is an error" {
  with .flatpak-info
  same "$(found INVOWK_SANDBOX=none)" 'none '
  same "$(found INVOWK_SANDBOX=toolbox,wsl)" 'toolbox,wsl '
  export INVOWK_SANDBOX=flatpack
  run_engine locate
  same "${status} ${stderr}" '64 invowk-engine: INVOWK_SANDBOX is a list of these, with commas between: none flatpak toolbox distrobox snap-classic snap-strict container-socket container wsl'
}

@test "a classic snap: engines get the user's own environment" {
  have podman
  behave podman --version <<'END'
printf '%s\n' "${XDG_RUNTIME_DIR-}" "${XDG_DATA_HOME-unset}" "${XDG_CONFIG_HOME-unset}" "${LD_LIBRARY_PATH-unset}" "${HOME}" "${PATH%%:*}" >>"${FAKE}/got"
printf 'podman version 4.3.1\n'
END
  export INVOWK_SANDBOX=snap-classic SNAP=/snap/code/1 SNAP_NAME=code SNAP_REAL_HOME=${HOME} XDG_DATA_HOME=${HOME}/snap/code/1/.local/share \
    XDG_CONFIG_HOME=${HOME}/own LD_LIBRARY_PATH=/snap/code/1/lib
  mkdir "${XDG_RUNTIME_DIR}/snap.code"
  runtime=${XDG_RUNTIME_DIR}
  XDG_RUNTIME_DIR=${XDG_RUNTIME_DIR}/snap.code HOME=/snap-home PATH=/snap/code/1/usr/bin:${PATH} run_engine locate
  same "${status}" 0
  same "$(cat "${FAKE}/got")" "${runtime}
unset
${HOME}/own
unset
${HOME}
${bin}"
}

@test "a strict snap: a clear end" {
  have podman
  export INVOWK_SANDBOX=snap-strict SNAP=/snap/idea/1 SNAP_NAME=idea
  run_engine run --image i -- true
  same "${status} ${stderr}" '69 the host: this snap (idea) is strictly confined and cannot call it
invowk-engine: no container engine (engine-unavailable)
invowk-engine: install the application as a classic snap, as a Flatpak or as a package of the system; or set INVOWK_SANDBOX=none to try engines in the snap itself'
  run_engine run --image i --report report -- true
  same "${status} ${stderr} $(report outcome) $(report sandbox)" '69  not-started snap-strict'
  run_engine run -- true
  same "${status}" 64
  same "$(calls)" ''
}
