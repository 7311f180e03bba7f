# SPDX-License-Identifier: Apache-2.0
# The verb clean: what is removed, what stays and why; leftovers.sh and images.sh below it.
load helper

state=runtime/invowk

# Sets host, machine, boot, namespace and uid to those of this process as an owner, alive to a process that lives, and dead to the
# number of one that has ended.
know_identity() {
  IFS='|' read -r host machine boot namespace uid <<<"$(in_shell 'state supervise lock engine identity' \
    'set_caller; set_engine_key; set_identity; printf "%s|%s|%s|%s|%s\n" "${host}" "${machine}" "${boot}" "${pid_namespace}" "${caller_uid}"')"
  sh -c 'exit 0' &
  dead=$!
  wait "${dead}"
  read -r stat <"/proc/$$/stat"
  # shellcheck disable=SC2086 # fields
  set -- ${stat##*) }
  started=${20}
}

# Makes the fakes list containers: lines ID RUNNING|OWNER|NAME, OWNER with bars.
containers() {
  cat >"${FAKE}/containers"
  behave "${fake}" ps <<'END'
case " $* " in
  *ancestor=image-used*) printf 'user-of-it\n' ;;
  *ancestor=image-last*) printf 'c-dead\n' ;;
  *ancestor=*) ;;
  *label=*) cut -d'|' -f1 "${FAKE}/containers" ;;
  *name=*) printf 'c-bare invowk-bare\n'; while IFS='|' read -r id _; do printf '%s invowk-x\n' "${id}"; done <"${FAKE}/containers" ;;
esac
END
  behave "${fake}" container <<'END'
cat "${FAKE}/containers"
END
}

# Makes the fakes list images: lines ID|SIZE|OWNER|GIVEN|NAMES.
images() {
  cat >"${FAKE}/images"
  behave "${fake}" images <<'END'
case " $* " in
  *label=*) cut -d'|' -f1 "${FAKE}/images" ;;
  *) printf 'image-bare localhost/invowk-build:bare\n'; cut -d'|' -f1 "${FAKE}/images" ;;
esac
END
  behave "${fake}" image <<'END'
cat "${FAKE}/images"
END
}

# What was told, tabs as blanks, what changes from run to run blanked.
told() {
  tr '\t' ' ' <<<"${output}" | sed -e "s|${BATS_TEST_TMPDIR}|TMP|g" -e "s|${host}|HOST|g" -e "s|process $$,|process LIVES,|" \
    -e 's|run\.[0-9a-f-]\{36\}|run.UNIQUE|g'
}

# The calls that change something.
changes() {
  calls | grep -e '<rm>' -e '<rmi>' || :
}

some_containers() {
  containers <<END
c-dead|false|${host}|${machine}|${boot}|${namespace}|${uid}|${dead}|1|/invowk-dead
c-alive|true|${host}|${machine}|${boot}|${namespace}|${uid}|$$|${started}|/invowk-alive
c-host|true|elsewhere|${machine}|${boot}|${namespace}|${uid}|${dead}|1|/invowk-host
c-uid|true|${host}|${machine}|${boot}|${namespace}|4711|${dead}|1|/invowk-uid
c-namespace|true|${host}|${machine}|${boot}|5|${uid}|${dead}|1|/invowk-namespace
c-unknown|true|${host}|${machine}|<no value>|<no value>|${uid}|${dead}|1|/invowk-unknown
END
}

some_images() {
  images <<END
image-ours|1000|${host}|${machine}|||${uid}|11|1|localhost/invowk-build:a|localhost/invowk-build:a 
image-named|2000|${host}|${machine}|||${uid}|12|1|localhost/invowk-build:b app:1|localhost/invowk-build:b docker.io/library/app:1 mine:1 
image-none|3000|${host}|${machine}|||${uid}|13|1|localhost/invowk-build:c|
image-derived|4000|${host}|${machine}|||${uid}|11|1|localhost/invowk-build:a|theirs:1 
image-perhaps|5000|${host}|${machine}|||${uid}|12|1|localhost/invowk-build:b app:1|
image-used|6000|${host}|${machine}|||${uid}|14|1|localhost/invowk-build:d|localhost/invowk-build:d 
image-last|6500|${host}|${machine}|||${uid}|17|1|localhost/invowk-build:g|localhost/invowk-build:g 
image-host|7000|elsewhere|${machine}|||${uid}|15|1|localhost/invowk-build:e|localhost/invowk-build:e 
image-uid|8000|${host}|${machine}|||4711|16|1|localhost/invowk-build:f|localhost/invowk-build:f 
image-blank|9500|${host}|<no value>|||${uid}|19|1|localhost/invowk-build:i|localhost/invowk-build:i 
image-copy|9000|${host}|another|||${uid}|18|1|localhost/invowk-build:h|localhost/invowk-build:h 
END
}

stays_of_containers='stays container TMP/bin/podman - invowk-alive process LIVES, which made it, is running
stays container TMP/bin/podman - invowk-host it was made on another machine, elsewhere
stays container TMP/bin/podman - invowk-uid it was made by another user, number 4711
stays container TMP/bin/podman - invowk-namespace nothing proves that the process that made it has ended
stays container TMP/bin/podman - invowk-unknown nothing proves that the process that made it has ended
stays container TMP/bin/podman - invowk-bare it has no label of this plugin'

@test "containers: without --confirm nothing changes" {
  fake=podman
  have podman
  know_identity
  some_containers
  run_engine clean --kind containers
  same "${status} $(told)" "0 found container TMP/bin/podman - invowk-dead -
${stays_of_containers}"
  same "$(changes)" ''
  same "$(calls)" "podman <--version>
podman <info> <--format> <{{.Host.Security.Rootless}} {{.Host.ServiceIsRemote}} {{.Host.Security.SELinuxEnabled}}\
 {{.Version.Version}} {{.Store.GraphDriverName}}{{with index .Store.GraphOptions \"overlay.mount_program\"}}-by-program{{end}} {{.Store.GraphRoot}}>
podman <ps> <--all> <--quiet> <--no-trunc> <--filter> <label=io.invowk.uid>
podman <container> <inspect> <--format> <{{.Id}}|{{.State.Running}}|{{index .Config.Labels \"io.invowk.host\"}}\
|{{index .Config.Labels \"io.invowk.machine\"}}|{{index .Config.Labels \"io.invowk.boot\"}}|{{index .Config.Labels \"io.invowk.namespace\"}}\
|{{index .Config.Labels \"io.invowk.uid\"}}|{{index .Config.Labels \"io.invowk.pid\"}}|{{index .Config.Labels \"io.invowk.started\"}}|{{.Name}}>\
 <c-dead> <c-alive> <c-host> <c-uid> <c-namespace> <c-unknown>
podman <ps> <--all> <--no-trunc> <--filter> <name=^invowk-> <--format> <{{.ID}} {{.Names}}>"
}

@test "containers: with --confirm those of dead owners are removed, and no other" {
  fake=podman
  have podman
  know_identity
  some_containers
  run_engine clean --kind containers --confirm
  same "${status} $(told)" "0 removed container TMP/bin/podman - invowk-dead -
${stays_of_containers}"
  same "$(changes)" 'podman <rm> <--force> <--time> <0> <--ignore> <c-dead-pin> <c-dead>'
}

@test "containers: of an earlier start of this machine only those that do not run" {
  fake=docker
  have docker
  know_identity
  [ "${namespace}" = 4026531836 ] || skip 'not in the first namespace of this machine'
  [ "${machine}" != - ] || skip 'no /etc/machine-id'
  containers <<END
c-off|false|${host}|${machine}|00000000|${namespace}|${uid}|$$|${started}|/invowk-off
c-on|true|${host}|${machine}|00000000|${namespace}|${uid}|$$|${started}|/invowk-on
END
  run_engine clean --kind containers --confirm --engine docker
  same "${status} $(told)" '0 removed container TMP/bin/docker - invowk-off -
stays container TMP/bin/docker - invowk-on it runs, and only a new start of this machine speaks for the end of its owner
stays container TMP/bin/docker - invowk-bare it has no label of this plugin'
  same "$(changes)" 'docker <rm> <c-off>'
}

@test "a container that the engine does not remove" {
  fake=podman
  have podman
  know_identity
  containers <<END
c-dead|false|${host}|${machine}|${boot}|${namespace}|${uid}|${dead}|1|/invowk-dead
END
  behave podman rm <<<'printf "Error: database is locked\n" >&2; exit 125'
  run_engine clean --kind containers --confirm
  same "${status} $(told | sed -n 1p)" '70 failed container TMP/bin/podman - invowk-dead Error: database is locked'
}

stays_of_images='stays image TMP/bin/podman 2000 mine:1 it has a name that this plugin did not give it'
more_stays_of_images='stays image TMP/bin/podman 4000 theirs:1 it has a name that this plugin did not give it
stays image TMP/bin/podman 5000 image-perhap it may have been built by somebody else, from an image of this plugin
stays image TMP/bin/podman 6000 localhost/invowk-build:d container user-of-it uses it'
last_stays_of_images='stays image TMP/bin/podman 7000 localhost/invowk-build:e it was made on another machine, elsewhere
stays image TMP/bin/podman 8000 localhost/invowk-build:f it was made by another user, number 4711
stays image TMP/bin/podman 9500 localhost/invowk-build:i its labels do not tell the machine that made it
stays image TMP/bin/podman 9000 localhost/invowk-build:h it was made on another machine of the name HOST
stays image TMP/bin/podman - localhost/invowk-build:bare it has no label of this plugin'

# The whole answer about images; $1: found or removed, $2: the same for the image of a container that is removed.
told_of_images() {
  printf '%s\n' "$1 image TMP/bin/podman 1000 localhost/invowk-build:a -" \
    "$1 image TMP/bin/podman 2000 localhost/invowk-build:b -" "$1 image TMP/bin/podman 2000 docker.io/library/app:1 -" \
    "${stays_of_images}" "$1 image TMP/bin/podman 3000 image-none -" "${more_stays_of_images}" "$2" "${last_stays_of_images}"
}

@test "images: without --confirm nothing changes" {
  fake=podman
  have podman
  know_identity
  some_containers
  some_images
  run_engine clean --kind images
  same "$(told)" "$(told_of_images found \
    'stays image TMP/bin/podman 6500 localhost/invowk-build:g container c-dead uses it')"
  same "${status} $(changes)" '0 '
  same "$(calls | sed -n '3,5p')" "podman <images> <--quiet> <--no-trunc> <--filter> <label=io.invowk.uid>
podman <image> <inspect> <--format> <{{.Id}}|{{.Size}}|{{index .Config.Labels \"io.invowk.host\"}}\
|{{index .Config.Labels \"io.invowk.machine\"}}|{{index .Config.Labels \"io.invowk.boot\"}}|{{index .Config.Labels \"io.invowk.namespace\"}}\
|{{index .Config.Labels \"io.invowk.uid\"}}|{{index .Config.Labels \"io.invowk.pid\"}}|{{index .Config.Labels \"io.invowk.started\"}}\
|{{index .Config.Labels \"io.invowk.image\"}}|{{range .RepoTags}}{{.}} {{end}}>\
 <image-blank> <image-copy> <image-derived> <image-host> <image-last> <image-named> <image-none> <image-ours> <image-perhaps> <image-uid> <image-used>
podman <ps> <--all> <--quiet> <--no-trunc> <--filter> <ancestor=image-ours>"
  same "$(calls | tail -n 1)" \
    'podman <images> <--no-trunc> <--filter> <reference=localhost/invowk-build> <--format> <{{.ID}} {{.Repository}}:{{.Tag}}>'
}

@test "images: with --confirm those we built are removed, by the names we gave them, and no other" {
  fake=podman
  have podman
  know_identity
  some_containers
  some_images
  run_engine clean --confirm --kind images --kind containers
  same "$(told | grep ' image ')" "$(told_of_images removed 'removed image TMP/bin/podman 6500 localhost/invowk-build:g -')"
  same "${status}" 0
  same "$(changes)" 'podman <rm> <--force> <--time> <0> <--ignore> <c-dead-pin> <c-dead>
podman <rmi> <localhost/invowk-build:a>
podman <rmi> <localhost/invowk-build:b>
podman <rmi> <docker.io/library/app:1>
podman <rmi> <image-none>
podman <rmi> <localhost/invowk-build:g>'
}

@test "images: one that a running call needs stays" {
  fake=podman
  have podman
  know_identity
  some_containers
  some_images
  mkdir -m 700 "${state}"
  printf '%s\n' "${host} ${machine} ${boot} ${namespace} ${uid} $$ ${started}" - "podman ${bin}/podman x" localhost/invowk-build:a \
    >"${state}/owner.run.x"
  run_engine clean --kind images --confirm
  same "$(told | sed -n 1p)" 'stays image TMP/bin/podman 1000 localhost/invowk-build:a a command that is running may need it'
  ! changes | grep -e 'invowk-build:a'
}

@test "images: one that turns out to be in use, or gone, or cannot be removed" {
  fake=docker
  have docker
  know_identity
  images <<END
image-one|1|${host}|${machine}|||${uid}|11|1|t:1|t:1 
image-two|2|${host}|${machine}|||${uid}|12|1|t:2|t:2 
image-three|3|${host}|${machine}|||${uid}|13|1|t:3|t:3 
END
  behave docker rmi <<'END'
case $2 in
  t:1) printf 'Error response from daemon: conflict: unable to remove repository reference "t:1" (must force) - container 1 is using its referenced image 2\n' ;;
  t:2) printf 'Error response from daemon: No such image: t:2\n' ;;
  t:3) printf 'Error response from daemon: no space left on device\n' ;;
esac >&2
exit 1
END
  run_engine clean --kind images --engine docker --confirm
  same "${status} $(told | sed -n 1,3p | cut -d' ' -f1,4,5)" \
    "70 stays 1 t:1
removed 2 t:2
failed 3 t:3"
}

@test "--session restricts containers and images, and leaves caches alone" {
  fake=docker
  have docker
  know_identity
  some_containers
  some_images
  run_engine clean --engine docker --session s1
  same "$(calls | grep -o '<label=[^>]*>')" '<label=io.invowk.session=s1>
<label=io.invowk.session=s1>'
  ! told | grep -e bare -e ' cache '
}

# Leaves the directory of a run that was killed, and one that lives, with an owner's file each.
leave_directories() {
  mkdir -m 700 "${state}" "${state}/run.dead" "${state}/run.alive" "${state}/run.other" "${state}/run.bare"
  local service=${1:-podman ${bin}/podman}
  service="${service} $(in_shell 'state supervise lock engine' 'set_caller; set_engine_key; printf "%s\n" "${engine_service}"')"
  local owner="${host} ${machine} ${boot} ${namespace} ${uid}"
  printf '%s\n' "${owner} ${dead} 1" invowk-s1-dead "${service}" i >"${state}/owner.run.dead"
  printf '%s\n' "${owner} $$ ${started}" invowk-s2-alive "${service}" i >"${state}/owner.run.alive"
  printf '%s\n' "${owner} ${dead} 1" invowk-s3-other "docker /elsewhere/docker x" i >"${state}/owner.run.other"
}

@test "directories of killed calls are removed with what they stand for" {
  have podman
  know_identity
  leave_directories
  local stays="stays directory TMP/bin/podman - TMP/${state}/run.alive process LIVES, which made it, is running"
  local others="stays directory - - TMP/${state}/run.other its engine is docker, by other settings or not answering
stays directory - - TMP/${state}/run.bare nothing tells whose it is"
  run_engine clean --kind containers
  same "${status} $(told)" "0 ${stays}
found directory TMP/bin/podman - TMP/${state}/run.dead -
${others}"
  same "$(changes)" ''
  run_engine clean --kind containers --confirm
  same "${status} $(told)" "0 ${stays}
removed directory TMP/bin/podman - TMP/${state}/run.dead -
${others}"
  same "$(changes)" 'podman <rm> <--force> <--time> <0> <--ignore> <invowk-s1-dead-pin> <invowk-s1-dead>'
  same "$(cd "${state}" && ls -d run.*)" 'run.alive
run.bare
run.other'
}

@test "--session restricts directories by the name of their container" {
  have podman
  know_identity
  leave_directories
  run_engine clean --session s1
  same "$(told)" "found directory TMP/bin/podman - TMP/${state}/run.dead -"
  run_engine clean --session s2
  same "$(told)" "stays directory TMP/bin/podman - TMP/${state}/run.alive process LIVES, which made it, is running"
}

@test "caches" {
  have podman
  know_identity
  engine locate >/dev/null
  : >"${state}/labels.s1"
  : >"${state}/copied.debian:1+"
  mkdir -p "${state}/template.+scripts+/mount"
  run_engine clean --kind caches
  same "${status} $(told)" "0 found cache - - TMP/${state}/engines -
found cache - - TMP/${state}/labels.s1 -
found cache - - TMP/${state}/copied.debian:1+ -
found cache - - TMP/${state}/template.+scripts+ -"
  [ -e "${state}/engines" ]
  run_engine clean --kind caches --confirm
  same "${status} $(told)" "0 removed cache - - TMP/${state}/engines -
removed cache - - TMP/${state}/labels.s1 -
removed cache - - TMP/${state}/copied.debian:1+ -
removed cache - - TMP/${state}/template.+scripts+ -"
  same "$(ls "${state}" | grep -v '^lock\.' || :)" ''
}

@test "all engines that answer are cleaned, each with its own service" {
  have podman docker
  know_identity
  fake=podman
  some_containers
  fake=docker
  some_containers
  run_engine clean --kind containers --confirm
  same "${status} ${stderr}" '0 podman-remote: not on PATH'
  same "$(changes)" 'podman <rm> <--force> <--time> <0> <--ignore> <c-dead-pin> <c-dead>
docker <rm> <--force> <c-dead>'
}

@test "what one podman needs does not choose the service of the next engine" {
  have podman docker
  know_identity
  leave_directories "docker ${bin}/docker"
  run_engine clean --kind containers
  contains "$(told)" "found directory TMP/bin/docker - TMP/${state}/run.dead -"
}

@test "a docker that is podman is not cleaned twice" {
  fake=podman
  have podman
  ln -s "${FAKES}/podman" "${bin}/docker"
  know_identity
  some_containers
  run_engine clean --kind containers
  same "$(told | grep -c invowk-dead)" 1
}

@test "an engine that does not answer, or no more, is told of; caches are cleaned all the same" {
  have podman
  know_identity
  engine locate >/dev/null
  behave podman info <<<'printf "Error: cannot connect\n" >&2; exit 125'
  run_engine clean
  same "${status} $(told)" "69 found cache - - TMP/${state}/engines -"
  same "${stderr//${BATS_TEST_TMPDIR}/TMP}" 'TMP/bin/podman: service does not answer: Error: cannot connect
podman-remote: not on PATH
docker: not on PATH'
}

@test "an engine that fails to list is a failure" {
  have podman
  know_identity
  behave podman ps <<<'exit 125'
  behave podman images <<<'printf "Error: layer not known\n" >&2; exit 125'
  run_engine clean
  same "${status} $(told)" '70 failed container TMP/bin/podman - - the engine does not list its containers
failed image TMP/bin/podman - - the engine does not list its images: Error: layer not known'
}

@test "mistakes" {
  local arguments
  while IFS='|' read -r message arguments; do
    # shellcheck disable=SC2086 # words
    run_engine clean ${arguments}
    same "${status} ${stderr%%$'\n'*}" "64 invowk-engine: clean: ${message}"
  done <<'END'
unknown option "--all"|--all
--kind needs a value|--kind
--kind is containers, images or caches|--kind volumes
--session needs a value|--confirm --session
END
}

@test "a list that podman breaks off, because another call removes an image, is asked for again" {
  have podman
  know_identity
  fake=podman
  some_images
  cp "${FAKE}/podman-images" "${FAKE}/whole-list"
  behave podman images <<'END'
[ -e "${FAKE}/broken" ] || { : >"${FAKE}/broken"; printf 'Error: image not known\n' >&2; exit 125; }
. "${FAKE}/whole-list"
END
  run_engine clean --kind images
  same "${status}" 0
  contains "$(told)" 'found image'
}
