# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# image.sh - the verb "image": makes sure that an image is there.
#
# sourced by invowk-engine; see usage below
for part in state messages supervise limit lock engine identity transient provide options monitors builds sweep report; do
  # shellcheck disable=SC1090 # one of the files named in the line above
  . "${scripts}/${part}.sh"
done

usage() {
  cat <<'END'
usage: invowk-engine image --image IMAGE [OPTION]...
       invowk-engine image --containerfile FILE --context DIR --tag TAG [OPTION]...

Makes sure that the image is there: pulls or builds it, once, while others that want it wait.

  --engine NAME|PATH   an engine to try; repeatable, default: podman podman-remote docker
  --engine-timeout SECONDS
                       how long an engine may stay silent, default 600; 0: no limit
  --force-rebuild      builds again, without the engine's cache
  --session ID         label of what is built
  --name NAME          a second name of an image that is built
  --report FILE        where the report goes, key=value lines

stdout: key=value lines: image, action (present, pulled, built)
stderr: what is waited for, if that takes long; when it fails what the engine said, with --report not what the report says
exit:   0 there, 64 usage, 69 cannot be had, 70 the engine failed, 75 it failed for a transient reason three times,
        128+n ended by signal n
END
}

on_interrupt() {
  if [ -n "${hang}" ]; then
    error=${hang}
    cause=engine-hung
    [ -n "${report}" ] || printf 'invowk-engine: %s (%s)\n' "${error}" "${cause}" >&2
    report_image
  fi
  exit "${signal_status}"
}

on_grace_over() {
  :
}

# Whoever asked for a report finds in it what the call came to.
report_image() {
  outcome=
  [ -z "${report}" ] || write_report "${report}"
}

main() {
  stop_grace=10
  image_action=
  read_options image "$@" || {
    cause=usage
    report_image
    fail_usage
  }
  open_state || exit
  trap 'end_call' EXIT
  watch_signals
  find_engine_among "$@" || {
    [ -z "${signal}" ] || on_interrupt
    error='no container engine'
    cause=engine-unavailable
    if [ -z "${report}" ]; then
      printf '%sinvowk-engine: %s\n' "${rejected}" "${error}" >&2
      show_cure
    fi
    report_image
    exit 69
  }
  set_identity
  sweep
  name_work image
  sign_work -
  open_work
  provided=0
  provide_image || provided=$?
  [ -z "${signal}" ] || on_interrupt
  report_image
  if [ "${provided}" -ne 0 ]; then
    if [ -z "${report}" ]; then
      printf 'invowk-engine: no image %s: %s (%s)\n' "${image}" "${error}" "${cause}" >&2
      show_cure
    fi
    exit "${provided}"
  fi
  printf '%s\n' "image=${image}" "action=${image_action}"
}

main "$@"
