# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=sh disable=SC2034,SC2154 # variables are shared with the files sourced beside this one
# users.sh - which user a command runs as, so that its files belong to the caller.
#
# sourced after engine.sh and state.sh

# Sets user_mapping for --user $1 (caller or image):
#   keep   the caller's ids exist in the container, and are used there
#   ids    the caller's ids are used, without a mapping; root's, too, or an image's USER could not write what root owns
#   none   nothing is passed: the service's root is the caller, or the image decides
# keep-id without --user would let an image's USER win, which can neither write nor read the caller's private files.
set_user_mapping() {
  user_mapping=none
  [ "$1" = caller ] || return 0
  case ${engine_mode} in
    podman-rootless) user_mapping=keep ;;
    podman-rootful | docker-rootful) user_mapping=ids ;;
    # a service on another kernel (a machine's) maps files itself; on this one only root's service needs to be told
    podman-remote | podman-socket)
      [ "${engine_owner}" = rootless ] || [ ! -e /proc/self ] || user_mapping=ids
      ;;
    docker-rootless | docker-desktop) ;;
    *) return 70 ;;
  esac
}
