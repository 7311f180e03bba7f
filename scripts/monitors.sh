# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# monitors.sh - ends what podman's monitor leaves of a container that podman no longer knows.
#
# sourced. podman starts a container through conmon, which names the container in its arguments. When podman is killed in between,
# conmon and the runtime's first process, which waits to be started, stay for ever, and "podman rm" finds nothing.

# Ends the caller's monitors of container $1, and their children. Without /proc, as where no podman runs, there is nothing to do.
end_monitors() {
  monitored=$1
  set -- /proc/[0-9]*/cmdline
  # a process that has ended meanwhile is an error for grep
  monitors=$(printf '%s\n' "${monitored}" | grep -l -s -F -f - "$@") || :
  for monitor in ${monitors}; do
    monitor=${monitor%/cmdline}
    if is_monitor "${monitor}"; then
      children=
      ! read -r children 2>/dev/null <"${monitor}/task/${monitor#/proc/}/children" || :
      # the monitor first: it would have its podman tidy up
      # shellcheck disable=SC2086 # numbers
      kill -s KILL "${monitor#/proc/}" ${children} 2>/dev/null || :
    fi
  done
}

# Whether the process of directory $1 is the caller's own conmon for container ${monitored}: its argument after "-n".
# shellcheck disable=SC3067
is_monitor() {
  [ -O "$1" ] || return
  {
    IFS= read -r word && [ "${word##*/}" = conmon ] || return
    former=
    while IFS= read -r word; do
      [ "${former} ${word}" != "-n ${monitored}" ] || return 0
      former=${word}
    done
    return 1
  } <<END
$(tr '\0' '\n' 2>/dev/null <"$1/cmdline")
END
}
