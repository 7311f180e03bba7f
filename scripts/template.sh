# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2154 # variables are shared with the files sourced beside this one
# template.sh - the work directory of a run: a copy of one that is kept in the state directory, because each program that a run starts
# costs as much as all that the shell does.
#
# sourced after state.sh, options.sh, lock.sh; needs scripts

# Makes the work directory with
#   mount/launch, mount/home/, mount/script/   what is mounted on /run/invowk
#   stderr                                     a pipe, for the client's stderr
# Fails when something cannot be written. A signal may have come meanwhile.
open_run() {
  set_absolute "${scripts}"
  set_note template "${absolute}"
  if is_template_current; then
    cp -R -- "${note}" "${work}" 2>/dev/null || :
    # another call may have removed it meanwhile
    ! is_run_complete || return 0
    rm -rf -- "${work}"
  fi
  open_work mount mount/home mount/script && cp -- "${scripts}/launch.sh" "${work}/mount/launch" && mkfifo -- "${work}/stderr" || return
  # whatever goes wrong here costs later calls a little time
  keep_template || :
}

# The scripts of one place may be changed.
is_template_current() {
  # shellcheck disable=SC3013 # dash, busybox and bash know -nt
  [ "${note}/mount/launch" -nt "${scripts}/launch.sh" ]
}

is_run_complete() {
  [ -f "${work}/mount/launch" ] && [ -d "${work}/mount/home" ] && [ -d "${work}/mount/script" ] && [ -p "${work}/stderr" ]
}

keep_template() {
  lock templates 'another call, which keeps a work directory for later ones' || return
  # another call may have kept it while this one waited
  is_template_current ||
    { rm -rf -- "${note}" "${note}.new" && cp -R -- "${work}" "${note}.new" && mv -- "${note}.new" "${note}"; } 2>/dev/null || :
  unlock
}
