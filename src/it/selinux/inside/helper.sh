#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# helper.sh - what the tests in the machine share; sourced by run.
# shellcheck disable=SC2034,SC2154 # variables are shared with run

image=localhost/lab:1
failed=0

# Prints the time since boot and what happens.
note() {
  printf '# %s s: %s\n' "$(cut -d ' ' -f 1 /proc/uptime)" "$*"
}

# Tells whether the command $2... succeeds; $1 says what that means.
check() {
  title=${1}
  shift
  if "$@"; then
    printf 'ok - %s\n' "${title}"
  else
    failed=$((failed + 1))
    printf 'not ok - %s\n' "${title}"
  fi
}

# Whether $1 is $2; tells of both if not.
same() {
  [ "${1}" = "${2}" ] || {
    printf '# is "%s", should be "%s"\n' "${1}" "${2}"
    return 1
  }
}

# Makes podman write down what it is called with.
write_down_calls() {
  podman=${HOME}/podman
  calls=${HOME}/calls
  cat >"${podman}" <<END
#!/bin/sh
printf '%s\n' "\$*" >>"${calls}"
exec podman "\$@"
END
  chmod 755 "${podman}"
}

# Runs our engine in session $1 on workspace $2 with mode $3; options and the command follow.
engine() {
  engine_session=${1}
  engine_workspace=${2}
  engine_mode=${3}
  shift 3
  sh /lab/scripts/invowk-engine run --engine "${podman}" --image "${image}" --session "${engine_session}" \
    --workspace "${engine_workspace}" --selinux "${engine_mode}" "$@"
}

# Prints how often directory $1 was mounted as the workspace to be relabelled.
relabels() {
  grep -c -e "--volume ${1}:/workspace:[zZ] " "${calls}" || :
}

# Prints type and level of path $1.
label() {
  labelled=$(sudo ls -dZ "${1}")
  labelled=${labelled%% *}
  printf '%s\n' "${labelled#*:*:}"
}

# Makes directory $1 with the files that worker uses.
fresh() {
  mkdir -p "${1}/sub"
  printf 'data\n' >"${1}/data"
}

# What a container of a contest runs: for each line of stdin it reads a file that all read, writes one of its own, reads
# those of the others, makes a directory, and says whether that was good.
worker() {
  cat <<'END'
printf "started\n"
while read -r round; do
  if { cat data && printf "%s\n" "${round}" >"own.$1" && cat own.* && mkdir "sub/$1" && rmdir "sub/$1"; } >/dev/null; then
    printf "good\n"
  else
    printf "bad\n"
  fi
done
END
}

# Runs ${containers} containers at once and lets them work when all have started. $1... is a command that runs container
# number K when K and the container's command are added. Sets good to the number of rounds that were good.
contest() {
  streams=${HOME}/contest
  rm -rf "${streams}"
  mkdir "${streams}"
  number=0
  while [ "${number}" -lt "${containers}" ]; do
    number=$((number + 1))
    mkfifo "${streams}/in.${number}"
    (
      trap 'printf "ended\n"' EXIT
      "$@" "${number}" sh -c "$(worker)" sh "${number}"
    ) <"${streams}/in.${number}" >"${streams}/out.${number}" 2>"${streams}/err.${number}" &
    {
      await_started
      seq "${rounds}"
    } >"${streams}/in.${number}" &
  done
  wait
  good=$(cat "${streams}"/out.* | grep -c '^good$' || :)
  for file in "${streams}"/out.*; do
    printf '# container %s: %s of %s rounds good\n' "${file##*.}" "$(grep -c '^good$' "${file}" || :)" "${rounds}"
  done
  sort "${streams}"/err.* | uniq -c | sed 's/^/# stderr: /'
}

# Waits until each container of the contest has started, or has failed to.
await_started() {
  number=0
  while [ "${number}" -lt "${containers}" ]; do
    number=$((number + 1))
    until grep -qs -e '^started$' -e '^ended$' "${streams}/out.${number}"; do
      sleep 1
    done
  done
}
