# SPDX-License-Identifier: Apache-2.0
# Maven in a container that is given docker's socket, as builds are on many a CI; the daemon is on the machine around it.
load ../real/helper

# Runs the goal run of command $1 in a container of docker: JDK, Maven and the local repository are the machine's. The project is
# /builds/project.
maven_in_container() {
  local top version maven java socket=${DOCKER_HOST:-unix:///var/run/docker.sock}
  top=$(cd "${SCRIPTS}/.." && pwd)
  version=$(sed -n 's|.*<version>\(.*-SNAPSHOT\)</version>.*|\1|p' "${top}/pom.xml" | head -n 1)
  maven=$("${top}/mvnw" -f "${top}/pom.xml" --version | sed -n 's/^Maven home: //p')
  java=$(readlink -f "${JAVA_HOME:-$(dirname "$(readlink -f "$(type -P java)")")/..}")
  # Debian's JDK has links that lead there; docker would make a directory that is not
  local settings=()
  [ ! -d /etc/java-17-openjdk ] || settings=(--volume /etc/java-17-openjdk:/etc/java-17-openjdk:ro)
  status=0
  docker run --rm --name "invowk-${session}-outer" --user "$(id -u):$(id -g)" --group-add "$(stat -c %g "${socket#unix://}")" \
    --volume "${socket#unix://}:/var/run/docker.sock" --volume "$(type -P docker):/usr/bin/docker:ro" \
    --volume "${java}:${java}:ro" "${settings[@]}" --volume "${maven}:${maven}:ro" \
    --volume "${HOME}/.m2/repository:/builds/repository" --volume "${BATS_TEST_TMPDIR}:/builds" --workdir /builds/project \
    --env "JAVA_HOME=${java}" --env TMPDIR=/builds/tmp --env HOME=/builds "${image}" \
    "${maven}/bin/mvn" --offline --quiet -Dmaven.repo.local=/builds/repository \
    "io.invowk.maven:invowk-maven-plugin:${version}:run" -Dinvowk.engines=docker "-Dinvowk.cmd=$1" \
    </dev/null >"${BATS_TEST_TMPDIR}/out" 2>&1 || status=$?
  output=$(cat "${BATS_TEST_TMPDIR}/out")
}

@test "a command in an image, and one in an image of a containerfile" {
  mkdir -m 700 tmp
  mkdir repository
  printf 'mine\n' >"${workspace}/f"
  printf 'FROM %s\nCOPY f /baked\n' "${image}" >"${workspace}/Containerfile"
  cat >"${workspace}/invkfile.cue" <<'END'
cmds: [{
	name: "image"
	implementations: [{script: "cat f; touch made", runtimes: [{name: "container", image: "debian:stable-slim"}]}]
}, {
	name: "built"
	implementations: [{script: "cat /baked; exit 3", runtimes: [{name: "container", containerfile: "Containerfile"}]}]
}]
END
  maven_in_container image
  same "${status} ${output}" '0 mine'
  same "$(stat -c %u "${workspace}/made")" "$(id -u)"
  maven_in_container built
  same "${status}" 1
  contains "${output}" 'mine'
  contains "${output}" 'command "built" exited with status 3'
  same "$(docker ps --all --quiet --filter "volume=${workspace}")" ''
}
