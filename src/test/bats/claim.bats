# SPDX-License-Identifier: Apache-2.0
# claim.sh: a named volume that docker makes is given to the caller, once.
load helper

# A docker that has the volumes whose files are in the directory volumes; its "run" makes one.
have_docker() {
  have docker
  volumes=${BATS_TEST_TMPDIR}/volumes
  mkdir "${volumes}"
  behave docker volume <<<"[ -e '${volumes}/'\$3 ] || exit 1"
  make_volumes
}

make_volumes() {
  behave docker run <<END
case " \$* " in *' --user 0:0 '*) exec touch '${volumes}/cache' ;; esac
launch_container "\$@"
END
}

# The calls that make a volume.
claims() {
  calls | grep -F '|| chown' || :
}

@test "docker, a volume that is new: a container of root makes it and gives it to the caller; then not again" {
  [ "$(id -u)" -ne 0 ] || skip 'root owns what docker makes'
  have_docker
  run_engine run --image debian:1 --volume cache:/cache:ro --tty --volume /tmp:/tmp -- true
  same "$(claims)" "docker <run> <--label> <OWNER> <--label> <io.invowk.session=-> <--rm> <--pull=never> <--network=none> <--name> <NAME>\
 <--user> <0:0> <--volume> <cache:/cache> <--entrypoint> </bin/sh> <debian:1> <-c> <[ -n \"\$(ls -A \"\$2\")\" ] || chown \"\$1\" \"\$2\">\
 <sh> <$(id -u):$(id -g)> </cache>"
  run_engine run --image debian:1 --volume cache:/cache -- true
  same "$(claims | wc -l)" 1
  same "$(kept | grep -v '^lock\.')" engines
}

@test "a claim that was not seen through is made good by the next run" {
  [ "$(id -u)" -ne 0 ] || skip 'root owns what docker makes'
  have_docker
  behave docker run <<END
case " \$* " in *' --user 0:0 '*) touch '${volumes}/cache'; kill -s KILL "\${PPID}"; exit 0 ;; esac
END
  run_engine run --image debian:1 --volume cache:/cache -- true
  same "${status}" 137
  make_volumes
  run_engine run --image debian:1 --volume cache:/cache -- true
  same "${status} $(claims | wc -l)" '0 2'
  run_engine run --image debian:1 --volume cache:/cache -- true
  same "${status} $(claims | wc -l)" '0 2'
}

@test "a volume that is there is left alone, as is one of an image's own user or of podman" {
  have_docker
  touch "${volumes}/cache"
  run_engine run --image debian:1 --volume cache:/cache -- true
  run_engine run --image debian:1 --volume other:/cache --user image -- true
  have podman
  run_engine run --engine podman --image debian:1 --volume other:/cache -- true
  same "${status}$(claims)" 0
}

@test "a volume that cannot be given away does not keep the command from running" {
  [ "$(id -u)" -ne 0 ] || skip 'root owns what docker makes'
  have_docker
  behave docker run <<'END'
case " $* " in *' --user 0:0 '*) exit 127 ;; esac
launch_container "$@"
END
  run_engine run --image debian:1 --volume cache:/cache -- sh -c 'exit 3'
  same "${status}" 3
}
