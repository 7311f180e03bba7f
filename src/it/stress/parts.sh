#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# parts.sh - the three parts of a stress run: the engine's scripts, the use case in Java, a Maven build; sourced by run.
#
# needs: engine, session, parallel, work, stress; sourced after scenarios.sh
# Each part ends with verdicts on its runs in the file verdicts of the work directory.

modules=20
module_threads=8

# Prepares runs $2 to $3 of part $1, all in one project, and prints their directories.
make_runs() {
  make_project "${1}" "${work}/${1}"
  next=${2}
  while [ "${next}" -le "${3}" ]; do
    specify "${next}" "${1}" "${work}/runs/${1}/${next}" "${work}/${1}"
    printf '%s\n' "${run}"
    next=$((next + 1))
  done
}

# Runs a part and prints its line of the summary: $1 its name, $2 its function, the rest that function's arguments, of which
# the last is the file with the directories of its runs.
run_part() {
  part_name=${1} part_function=${2}
  shift 2
  start=$(date +%s)
  "${part_function}" "$@"
  end=$(date +%s)
  number_of_runs=$(wc -l <"${work}/${part_name}.runs")
  printf '%-12s %5d runs  %4d s\n' "${part_name}" "${number_of_runs}" "$((end - start))"
  tr '\n' '\0' <"${work}/${part_name}.runs" |
    xargs -0 -n 50 -P 2 "${stress}/verdict" "${engine}" >>"${work}/verdicts"
}

run_scripts() {
  make_runs scripts "${1}" "${2}" >"${work}/scripts.runs"
  tr '\n' '\0' <"${work}/scripts.runs" |
    xargs -0 -n 1 -P "${parallel}" "${stress}/engine-run" "${engine}" "${session}" || :
}

run_java() {
  make_runs java "${1}" "${2}" >"${work}/java.runs"
  repository=${HOME}/.m2/repository
  class_path=target/test-classes:target/classes
  for library in com/google/re2j/re2j org/apache/commons/commons-exec; do
    name=${library##*/}
    version=$(sed -n "s|.*<${name}.version>\\(.*\\)</.*|\\1|p" pom.xml)
    class_path=${class_path}:${repository}/${library}/${version}/${name}-${version}.jar
  done
  "${JAVA_HOME:+${JAVA_HOME}/bin/}java" -cp "${class_path}" io.invowk.maven.app.StressRuns \
    "${engine}" "${session}" "${parallel}" <"${work}/java.runs" || :
}

# The build fails, because of the modules that are to; what each one reports is what counts.
run_maven() {
  version=$(sed -n 's|^  <version>\(.*\)</version>|\1|p' pom.xml)
  maven=$(./mvnw --version | sed -n 's/^Maven home: //p')/bin/mvn
  mkdir -p "${work}/maven"
  next=1
  while [ "${next}" -le "${modules}" ]; do
    make_project maven "${work}/maven/m${next}"
    specify "${next}" maven "${work}/runs/maven/${next}" "${work}/maven/m${next}"
    write_module_pom >"${project}/pom.xml"
    printf '%s\n' "${run}"
    next=$((next + 1))
  done >"${work}/maven.runs"
  write_parent_pom >"${work}/maven/pom.xml"
  (cd "${work}/maven" && "${maven}" --batch-mode --offline -T "${module_threads}" --fail-at-end validate \
    "-Dinvowk.engines=${engine}" >"${work}/maven.log" 2>&1 </dev/null) || :
  while IFS= read -r run; do
    collect_module "${run}"
  done <"${work}/maven.runs"
}

write_parent_pom() {
  cat <<END_OF_POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>io.invowk.maven.it</groupId>
  <artifactId>stress</artifactId>
  <version>1</version>
  <packaging>pom</packaging>
  <modules>
END_OF_POM
  next=1
  while [ "${next}" -le "${modules}" ]; do
    printf '    <module>m%s</module>\n' "${next}"
    next=$((next + 1))
  done
  printf '  </modules>\n</project>\n'
}

# Prints the POM of the module that does the run specified last.
write_module_pom() {
  cat <<END_OF_POM
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>io.invowk.maven.it</groupId>
    <artifactId>stress</artifactId>
    <version>1</version>
  </parent>
  <artifactId>m${number}</artifactId>
  <packaging>pom</packaging>
  <build>
    <plugins>
      <plugin>
        <groupId>io.invowk.maven</groupId>
        <artifactId>invowk-maven-plugin</artifactId>
        <version>${version}</version>
        <executions>
          <execution>
            <phase>validate</phase>
            <goals>
              <goal>run</goal>
            </goals>
            <configuration>
END_OF_POM
  sed 's|.*|              <cmd>&</cmd>|' "${run}/cmd"
  printf '              <args>\n'
  sed 's|.*|                <arg>&</arg>|' "${run}/args"
  printf '              </args>\n'
  sed 's|.*|              <env><RUN>&</RUN></env>|' "${run}/id"
  cat <<'END_OF_POM'
            </configuration>
          </execution>
        </executions>
      </plugin>
    </plugins>
  </build>
</project>
END_OF_POM
}

# Takes what came of the module's run in directory $1 from Maven's log, where both streams are lines without an order among
# each other, and from its report, which is there if the command has run.
collect_module() {
  read -r project <"${1}/project"
  sort "${1}/expected.stdout" "${1}/expected.stderr" >"${1}/expected.lines"
  mv "${1}/expected.lines" "${1}/expected.stdout"
  : >"${1}/expected.stderr"
  sed -n "s/^\\[INFO\\] \\[${project##*/}\\] //p" "${work}/maven.log" >"${1}/lines"
  sed -n '/^invowk-engine: /p' "${1}/lines" >"${1}/stderr"
  sed '/^invowk-engine: /d' "${1}/lines" | sort >"${1}/stdout"
  json=${project}/target/invowk/last-run.json
  [ -e "${json}" ] || return 0
  {
    printf 'outcome=exited\n'
    sed -n -e 's/^  "\([a-z]*\)": "\{0,1\}\([^",]*\)"\{0,1\},\{0,1\}$/\1=\2/p' \
      -e 's/^  "exitStatus": \([0-9]*\),$/exit_status=\1/p' \
      -e 's/^  "imageAction": "\(.*\)",$/image_action=\1/p' "${json}"
  } >"${1}/report"
  sed -n 's/^exit_status=//p' "${1}/report" >"${1}/status"
}
