# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# relabel.sh - a directory is relabelled once a session, by one start, while the others wait.
#
# sourced by set_labels where SELinux is on; needs lock.sh, state and session. A mount with z or Z makes the engine walk the whole
# tree. When a container with such a mount has started, the label that the directory then has is noted in a file of the session;
# as long as it has that label, it is mounted without. Whether all files in it have the label, too, only a walk can tell: each
# session has one. A file that is moved in after it, with a label of its own, waits for the next session's.

# Lines "TYPE:LEVEL PATH". Without a session that can be part of a name there is none, and all is relabelled at each start.
notes=
case ${session} in
  '' | *[!A-Za-z0-9_.-]*) ;;
  *) notes=${state}/labels.${session} ;;
esac

# Makes suffix (z or Z) empty when the real path $1 need not be relabelled, else adds a line "LEVEL PATH" to relabelled. The
# first such path of a start takes the session's lock (labels_locked), which is held until the container has started. Fails when a
# signal came meanwhile.
set_suffix() {
  # no line can be noted
  case ${notes}:$1 in
    :* | *'
'*) return 0 ;;
    *) ;;
  esac
  case ${suffix}:${security_label} in
    z:*) wanted_level=s0 ;;
    Z:level:*) wanted_level=${security_label#level:} ;;
    # the engine chooses a level for each container
    *) return 0 ;;
  esac
  if is_labelled "$1"; then
    suffix=
    return 0
  fi
  if [ -z "${labels_locked}" ]; then
    lock "labels.${session}" 'another start, which labels directories for SELinux' || return
    # another start may have done it while this one waited
    if is_labelled "$1"; then
      unlock
      suffix=
      return 0
    fi
    labels_locked=yes
  fi
  relabelled="${relabelled}${wanted_level} $1
"
}

# Whether the real path $1 got ${wanted_level} in this session, alone or with a directory above, kept it, and nothing in it got
# another.
is_labelled() {
  [ -f "${notes}" ] || return
  noted=
  while IFS= read -r line; do
    label=${line%% *}
    path=${line#* }
    case $1/ in
      "${path}/"*) noted=${label} ;;
      *)
        case ${path} in
          "$1/"*) [ "${label}" = "${noted}" ] || noted= ;;
          *) ;;
        esac
        ;;
    esac
  done <"${notes}"
  case ${noted} in
    *:"${wanted_level}") ;;
    *) return 1 ;;
  esac
  set_label "$1"
  [ "${label}" = "${noted}" ]
}

# Sets label to type and level of path $1; who made it does not matter. Without SELinux in ls it is no label.
set_label() {
  label=$(ls -dZ -- "$1" 2>/dev/null) || label=
  label=${label%% *}
  label=${label#*:*:}
}

# The container has started: notes what was relabelled for it. What did not get its label, as on a file system without labels, is
# not noted.
note_labels() {
  [ -e "${notes}" ] || forget_old_notes
  while IFS= read -r line; do
    path=${line#* }
    set_label "${path}"
    case ${label} in
      *:"${line%% *}") printf '%s %s\n' "${label}" "${path}" >>"${notes}" ;;
      *) ;;
    esac
  done <<END
${relabelled%?}
END
}

# Removes notes and locks of sessions that began a day ago or earlier; one that still runs relabels once more.
forget_old_notes() {
  find "${state}/." ! -name . -prune -name '*labels.*' -mtime +0 -exec rm -f -- {} + || :
}
