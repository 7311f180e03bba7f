# SPDX-License-Identifier: Apache-2.0
# users.sh: who a command runs as.
load helper

mapping() {
  in_shell users 'engine_mode=$1 engine_owner=$2 caller_uid=$3; set_user_mapping "$4"; printf "%s\n" "${user_mapping}"' "$@"
}

@test "the table of engines" {
  while read -r mode owner uid user expected; do
    same "${mode} ${owner} ${uid} ${user} $(mapping "${mode}" "${owner}" "${uid}" "${user}")" \
      "${mode} ${owner} ${uid} ${user} ${expected}"
  done <<'END'
podman-rootless rootless 1000 caller keep
podman-rootless rootless 1000 image none
podman-rootful rootful 1000 caller ids
podman-rootful rootful 0 caller ids
docker-rootful rootful 1000 caller ids
docker-rootful rootful 1000 image none
docker-rootful rootful 0 caller ids
docker-rootless rootless 1000 caller none
docker-desktop rootful 1000 caller none
podman-remote rootless 1000 caller none
podman-remote rootful 1000 caller ids
podman-remote rootful 0 caller ids
podman-socket rootless 1000 caller none
podman-socket rootful 1000 caller ids
END
}
