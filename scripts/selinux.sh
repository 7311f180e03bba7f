# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# selinux.sh - SELinux labels of containers and of the directories mounted into them.
#
# sourced after engine.sh and state.sh. Parallel containers that mount one directory with :Z take it from each other, unless
# all of them have the same category pair: so the pair is derived from the project's path.

# Sets what mode $1 (private, shared, disable, none), level $2 (may be empty) and workspace $3 (absolute, may be empty) mean:
#   relabel         the mount option of the user's directories: Z, z or nothing
#   own_relabel     that of the run's own directory, which no other container needs and no mode leaves unreadable
#   security_label  the value of "--security-opt label=", or nothing
# What counts is whether the service's machine has SELinux, not the client's.
set_labels() {
  relabel=
  own_relabel=
  security_label=
  [ "${engine_selinux}" = enabled ] || return 0
  case $1 in
    private)
      relabel=Z
      security_label=level:$2
      if [ -z "$2" ]; then
        set_level "${3:-${PWD}}"
        security_label=level:${level}
      fi
      ;;
    shared) relabel=z ;;
    disable)
      security_label=disable
      return 0
      ;;
    none) ;;
    *) return 64 ;;
  esac
  own_relabel=Z
  # shellcheck source=scripts/relabel.sh
  . "${scripts}/relabel.sh"
}

# Sets level to s0:cX,cY with 0 <= X < Y <= 1023, always the same for the project around directory $1.
set_level() {
  set_project "$1"
  checksum=$(printf '%s' "${project}" | cksum)
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

# Sets project to the outermost directory at or above $1 that looks like a project's. A module is mounted alone and with the
# whole project: two levels would take it from each other.
set_project() {
  set_home
  set_real_path "$1"
  project=${real_path}
  above=${project%/*}
  while ! is_reserved "${above:-/}"; do
    for sign in .git .mvn pom.xml invkfile.cue; do
      [ ! -e "${above}/${sign}" ] || project=${above}
    done
    above=${above%/*}
  done
}

# Sets real_path to path $1 without symbolic links, or to $1 when there is nothing. The dot keeps line breaks at its end.
set_real_path() {
  if [ -d "$1" ]; then
    real_path=$(CDPATH='' cd -P -- "$1" 2>/dev/null && pwd -P && printf .) || real_path="$1?."
  else
    real_path=$(readlink -f -- "$1" && printf .) || real_path="$1?."
  fi
  real_path=${real_path%?.}
  # bash keeps two slashes at the front, which POSIX leaves open
  case ${real_path} in
    //*) real_path=/${real_path#//} ;;
    *) ;;
  esac
}

# Sets home to the caller's home directory.
set_home() {
  set_real_path "${HOME:-/}"
  home=${real_path}
}

# Whether host path $1 must not be relabelled: others than containers need its label. $2 is the workspace; its parents are
# forbidden too, for relabelling one would take the other projects in it. Sets forbidden to the reason, and real_path.
is_forbidden() {
  set_home
  set_real_path "$2"
  workspace_path=${real_path}
  set_real_path "$1"
  ! is_reserved "${real_path}" || return 0
  if [ -S "${real_path}" ]; then
    forbidden='it is a socket, and its service needs its label'
    return 0
  fi
  forbidden='the workspace lies in it'
  case ${workspace_path} in
    "${real_path}/"*) ;;
    *) return 1 ;;
  esac
}

# Whether the real path $1 is of the system, of all projects or of all programs of a user. Sets forbidden to the reason.
is_reserved() {
  case $1/ in
    //) forbidden='it is the root directory' ;;
    "${home}/" | /root/ | /home/ | /var/home/) forbidden='it is a home directory' ;;
    "${home}/.m2/"*) forbidden="it is Maven's own directory" ;;
    /home/*/*/ | /var/home/*/*/ | /run/user/*/*/) return 1 ;;
    /home/* | /var/home/*) forbidden='it is a home directory' ;;
    /etc/* | /usr/* | /bin/* | /sbin/* | /lib/* | /lib64/* | /boot/* | /dev/* | /proc/* | /sys/* | /var/log/*)
      forbidden='it belongs to the system'
      ;;
    /opt/ | /srv/ | /var/ | /var/lib/ | /var/tmp/ | /tmp/ | /run/ | /run/user/ | /run/user/*/ | /mnt/ | /media/)
      forbidden='it is shared by the whole system'
      ;;
    *) return 1 ;;
  esac
}
