#!/bin/sh
# Builds the container images of the services from what Maven left in their target folders.
#
#   deploy/kubernetes/images/build.sh jvm|native [SERVICE...]     (default: all three)
#
# Environment: BASE_IMAGE (another base), VERSION (tag, default 0.1.0), CONTAINER_ENGINE (docker),
# REGISTRY (a prefix as "registry.example:5000/", default none).
set -eu

root=$(CDPATH='' cd -- "$(dirname -- "$0")/../../.." && pwd)
engine=${CONTAINER_ENGINE:-docker}
version=${VERSION:-0.1.0}

fail() {
  echo "build.sh: $*" >&2
  exit 1
}

# The context of one JVM image: the runnable folder Quarkus made.
stage_jvm() {
  app=$root/$1/target/quarkus-app
  [ -f "$app/quarkus-run.jar" ] || fail "$app/quarkus-run.jar is not there. Run './suanwang up' or 'mvn package' first."
  cp -R "$app/." "$2"
}

# The context of one native image: the executable, and the JDK's libraries where it needs them.
stage_native() {
  runner=$(find "$root/$1/target/" -maxdepth 1 -type f -name '*-runner' -perm -u+x | head -n 1)
  [ -n "$runner" ] || fail "$root/$1/target holds no native executable. Run './suanwang native $1' first."
  cp "$runner" "$2/application"
  mkdir -p "$2/lib"
  for folder in "$root/$1/target/" "$root/$1/target/lib/" "${GRAALVM_HOME:-/nonexistent}/lib/svm/rt/"; do
    find "$folder" -maxdepth 1 -name '*.so' -exec cp {} "$2/lib/" \; 2>/dev/null || true
  done
}

kind=${1:-}
case $kind in
  jvm | native) shift ;;
  *) fail "usage: build.sh jvm|native [SERVICE...]" ;;
esac
[ $# -gt 0 ] || set -- chip-catalog-service market-model-service scheduling-service
command -v "$engine" >/dev/null || fail "'$engine' was not found. Install a container engine or set CONTAINER_ENGINE."

context=$(mktemp -d)
trap 'rm -rf "$context"' EXIT
trap 'exit 130' INT TERM

for service in "$@"; do
  rm -rf "$context/image"
  mkdir "$context/image"
  "stage_$kind" "$service" "$context/image"
  # The image's user is not the one who built: everybody may read, nobody may write.
  chmod -R a+rX,go-w "$context/image"
  "$engine" build \
    --file "$root/deploy/kubernetes/images/Dockerfile.$kind" \
    ${BASE_IMAGE:+--build-arg "BASE_IMAGE=$BASE_IMAGE"} \
    --build-arg "SERVICE=$service" \
    --build-arg "VERSION=$version" \
    --tag "${REGISTRY:-}suanwang/$service:$version" \
    "$context/image"
done
