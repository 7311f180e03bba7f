#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# shellcheck disable=SC2154 # variables are shared with the program that sources this file
# scenarios.sh - what the runs of a stress run do, and what must come of each; sourced by run, does nothing itself.
#
# needs: session, and host_file (a file of the host)
#
# A run has a directory with these files:
#   scenario, project which one it is, and the directory of the project it runs in
#   id                the variable RUN of the command, and the name of its output file
#   cmd, args         the command with its options, as invowk.cmd has it; further words, one a line
#   exports           all the command's variables as an environment file
#   options           the engine's options, one word a line
#   expected.stdout, expected.stderr, expected.status
#   expected.output   what the command writes into the project's file out/ID; no file: nothing
# and gets from its run: stdout, stderr, status, report.

# Prepares a project of part $1 in directory $2.
make_project() {
  mkdir -p "${2}/out"
  cp -R "${stress}/project/." "${2}"
  for flavour in red green blue; do
    sed -e "s/@flavour@/${flavour}/" -e "s/@session@/${session}/" -e "s/@part@/${1}/" \
      "${stress}/project/image/template" >"${2}/image/${flavour}"
  done
}

# Prepares run number $1 of part $2 in directory $3, for the project in directory $4: the seven scenarios in turns, each
# going through its variants in turns.
specify() {
  number=${1} part=${2} run=${3} project=${4}
  round=$(((number - 1) / 7))
  case $((number % 7)) in
    1) scenario=greeting ;;
    2) scenario=arguments ;;
    3) scenario=environment ;;
    4) scenario=status ;;
    5) scenario=files ;;
    6) scenario=host ;;
    *) scenario=image ;;
  esac
  mkdir -p "${run}"
  printf '%s\n' "${scenario}" >"${run}/scenario"
  printf '%s\n' "${project}" >"${run}/project"
  printf '%s\n' "${session}.${part}.${number}" >"${run}/id"
  printf "export RUN='%s'\n" "${session}.${part}.${number}" >"${run}/exports"
  printf '%s\n' "${scenario}" >"${run}/cmd"
  printf '%s\n' --image debian:stable-slim >"${run}/options"
  : >"${run}/args"
  : >"${run}/expected.stdout"
  : >"${run}/expected.stderr"
  printf '0\n' >"${run}/expected.status"
  "specify_${scenario}"
}

specify_greeting() {
  read -r host_name </proc/sys/kernel/hostname
  printf '%s\n' "${host_name}" "${host_file}" >"${run}/args"
  cat >"${run}/expected.stdout" <<'END_OF_OUTPUT'
hello from debian
the host has another name
the host has other files
END_OF_OUTPUT
}

specify_arguments() {
  printf 'arguments --level=%s\n' "${number}" >"${run}/cmd"
  printf '%s\n' 'two words' "it's" '*' "${number}" >"${run}/args"
  cat >>"${run}/exports" <<END_OF_EXPORTS
export INVOWK_ARG_TARGET='two words'
export INVOWK_ARG_FILES_COUNT='3'
export INVOWK_ARG_FILES_3='${number}'
export INVOWK_FLAG_LEVEL='${number}'
END_OF_EXPORTS
  cat >"${run}/expected.stdout" <<END_OF_OUTPUT
words: 4
<two words>
<it's>
<*>
<${number}>
target: <two words>, level: <${number}>, files: 3, last: <${number}>
END_OF_OUTPUT
}

specify_environment() {
  cat >>"${run}/exports" <<'END_OF_EXPORTS'
export AT_FILE='file'
export AT_COMMAND='command'
export AT_IMPLEMENTATION='implementation'
export LEVEL='implementation'
export ODD='it'\''s "so" $HOME `id` \ ö'
END_OF_EXPORTS
  cat >"${run}/expected.stdout" <<END_OF_OUTPUT
file
command
implementation
implementation
it's "so" \$HOME \`id\` \\ ö
${session}.${part}.${number}
END_OF_OUTPUT
}

# Statuses that an engine has meanings of its own for are among them.
specify_status() {
  case $((round % 9)) in
    0) end=0 status=0 ;;
    1) end=1 status=1 ;;
    2) end=42 status=42 ;;
    3) end=set-e status=1 ;;
    4) end=125 status=125 ;;
    5) end=126 status=126 ;;
    6) end=127 status=127 ;;
    7) end=137 status=137 ;;
    *) end=killed status=137 ;;
  esac
  printf '%s\n' "${end}" >"${run}/args"
  printf '%s\n' "${status}" >"${run}/expected.status"
  printf 'ending: %s\n' "${end}" >"${run}/expected.stderr"
  [ "${end}" != set-e ] || printf 'before\n' >"${run}/expected.stdout"
  printf 'run\n' >"${run}/expected.output"
}

specify_files() {
  printf 'text of run %s\n' "${number}" >"${run}/args"
  printf '%s\n' 'input of the project' "text of run ${number}" >"${run}/expected.output"
  printf '%s\n' '/workspace/tools/files.sh /workspace' 'mine' >"${run}/expected.stdout"
}

specify_host() {
  printf "export STRESS_WANTED='yes'\n" >>"${run}/exports"
  printf 'wanted: yes, secret: absent\n' >"${run}/expected.stdout"
}

# Two runs after each other want the same image, so that they race for it.
specify_image() {
  case $((round / 2 % 3)) in
    0) flavour=red ;;
    1) flavour=green ;;
    *) flavour=blue ;;
  esac
  printf 'image %s\n' "${flavour}" >"${run}/cmd"
  printf '%s\n' --containerfile "${project}/image/${flavour}" --context "${project}" \
    --tag "localhost/invowk-stress:${session}-${flavour}" >"${run}/options"
  printf 'an image of flavour %s\n' "${flavour}" >"${run}/expected.stdout"
}
