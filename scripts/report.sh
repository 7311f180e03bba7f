# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# report.sh - the report of a run: key=value lines, one a line, empty values left out.
#
# sourced after engine.sh; the keys are those of README.md, each the variable of its name or as set below

# Writes the report to file $1.
write_report() {
  {
    put outcome "${outcome}"
    put exit_status "${exit_status:-}"
    put engine "${engine_name:-}"
    put engine_path "${engine_path:-}"
    put engine_version "${engine_version:-}"
    put mode "${engine_mode:-}"
    put sandbox "${sandbox:-none}"
    put image "${image:-}"
    put image_action "${image_action:-}"
    put tries "${tries:-}"
    put error "${error:-}"
    put cause "${cause:-}"
    put cure "${cure:-}"
    put container_name "${container_name:-}"
    put container_id "${container_id:-}"
    put started "${started:-}"
    put ended "${ended:-}"
    [ "${cause:-}" != engine-unavailable ] || put_rejected
  } >"$1"
}

put() {
  [ -n "$2" ] || return 0
  flatten "$2"
  printf '%s=%s\n' "$1" "${flat}"
}

put_rejected() {
  while IFS= read -r line; do
    put rejected "${line}"
  done <<END
${rejected}
END
}
