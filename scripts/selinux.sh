# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# selinux.sh - SELinux labels of containers and of the directories mounted into them.
#
# sourced after engine.sh and state.sh. Parallel containers that mount one directory with :Z take it from each other, unless
# all of them have the same category pair: so the pair is derived from the workspace's path.

# Sets relabel (the mount option: Z, z or nothing) and security_label (the value of "--security-opt label=", or nothing) for
# mode $1 (private, shared, disable, none), level $2 (may be empty) and workspace $3 (absolute, may be empty).
# What counts is whether the service's machine has SELinux, not the client's.
set_labels() {
  relabel=
  security_label=
  [ "${engine_selinux}" = enabled ] || return 0
  case $1 in
    private)
      relabel=Z
      security_label=level:$2
      if [ -z "$2" ]; then
        set_level "$3"
        security_label=level:${level}
      fi
      ;;
    shared) relabel=z ;;
    disable) security_label=disable ;;
    none) ;;
    *) return 64 ;;
  esac
}

# Sets level to s0:cX,cY with 0 <= X < Y <= 1023, always the same for directory $1.
set_level() {
  set_real_directory "$1"
  checksum=$(printf '%s' "${real_directory}" | cksum)
  checksum=${checksum%% *}
  first=$((checksum % 1024))
  second=$((checksum / 1024 % 1023))
  [ "${second}" -lt "${first}" ] || second=$((second + 1))
  if [ "${first}" -lt "${second}" ]; then
    level=s0:c${first},c${second}
  else
    level=s0:c${second},c${first}
  fi
}

# Sets real_directory to directory $1 without symbolic links, or to $1 when it is none. The dot keeps line breaks at its end.
set_real_directory() {
  real_directory=$(CDPATH='' cd -P -- "$1" 2>/dev/null && pwd -P && printf .) || {
    real_directory=$1
    return 0
  }
  real_directory=${real_directory%?.}
}

# Whether host path $1 must not be relabelled: others than containers need its label. $2 is the workspace; its parents are
# forbidden too, for relabelling one would take the other projects in it. Sets forbidden to the reason.
is_forbidden() {
  set_real_directory "$2"
  workspace_path=${real_directory}
  set_real_directory "${HOME:-/}"
  home=${real_directory}
  set_real_directory "$1"
  case ${real_directory} in
    /) forbidden='it is the root directory' ;;
    "${home}" | /home | /home/* | /root)
      case ${real_directory#/home/} in
        */*) [ "${real_directory}" = "${home}" ] || return 1 ;;
        *) ;;
      esac
      forbidden='it is a home directory'
      ;;
    /etc | /etc/* | /usr | /usr/* | /bin | /sbin | /lib | /lib64 | /boot | /boot/* | /dev | /dev/* | /proc | /proc/* | /sys | /sys/*)
      forbidden='it belongs to the system'
      ;;
    /opt | /srv | /var | /var/lib | /var/tmp | /tmp | /run | /run/user | /mnt | /media)
      forbidden='it is shared by the whole system'
      ;;
    *)
      case ${real_directory}/ in
        "${home}/.m2/"*)
          forbidden="it is Maven's own directory"
          return 0
          ;;
        *) ;;
      esac
      case ${workspace_path} in
        "${real_directory}/"*) forbidden='the workspace lies in it' ;;
        *) return 1 ;;
      esac
      ;;
  esac
}
