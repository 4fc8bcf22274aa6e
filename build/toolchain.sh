# shellcheck shell=bash
# Finds what a build or a start needs, or says in one line what is missing and how to get it.
# Sourced by run, test, bench and millwright.

die() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
  exit 1
}

jdk_major() { # prints the major version of the JDK in folder $1, if one is there
  [ -x "$1/bin/javac" ] && "$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([0-9]*\).*/\1/p' | head -n 1
}

find_jdk() {
  local on_path candidate major
  on_path=$(command -v javac 2>/dev/null) && on_path=$(dirname "$(dirname "$(readlink -f "$on_path")")")
  for candidate in "${JAVA_HOME:-}" "${on_path:-}" /usr/lib/jvm/* /opt/jdk* /opt/java/* "$HOME"/.jdks/* \
    "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] || continue
    major=$(jdk_major "$candidate") || continue
    if [ "${major:-0}" -ge 25 ]; then
      export JAVA_HOME=$candidate PATH="$candidate/bin:$PATH"
      return
    fi
  done
  die "needs a JDK 25 or newer and found none. Maybe install Temurin 25 (adoptium.net) and set JAVA_HOME to it."
}

find_node() {
  local major
  command -v node >/dev/null 2>&1 || die "needs Node.js 20 or newer and found none. Maybe install it from nodejs.org or your package manager."
  major=$(node -p 'process.versions.node.split(".")[0]')
  [ "$major" -ge 20 ] || die "needs Node.js 20 or newer and found $(node -v). Maybe upgrade it from nodejs.org."
}

find_maven() {
  command -v mvn >/dev/null 2>&1 || die "needs Maven 3.8.6 or newer and found none. Maybe: apt-get install maven, or brew install maven."
}

# True when file $1 is absent or older than any source of the product.
stale() {
  [ ! -f "$1" ] || [ -n "$(find "$home/pom.xml" "$home/engine" "$home/server" "$home/plant" "$home/cli" "$home/ui" \
    \( -name node_modules -o -name target -o -name dist -o -path '*/src/test' \) -prune -o -type f -newer "$1" -print -quit)" ]
}

# Builds the product into cli/target/lib unless the last build is newer than every source.
build_product() {
  local stamp="$home/cli/target/built"
  stale "$stamp" || return 0
  find_node
  find_maven
  echo "Building Millwright (the first time takes some minutes) …" >&2
  local log="$home/cli/target/build.log"
  mkdir -p "$home/cli/target"
  if ! mvn -B -q -f "$home/pom.xml" package -pl cli -am -DskipTests -Dspotless.check.skip >"$log" 2>&1; then
    tail -n 40 "$log" >&2
    die "the build failed; the whole log is cli/target/build.log"
  fi
  touch "$stamp"
}

# The JVM options every started program shares.
java_options=(
  -XX:+UseCompactObjectHeaders
  --enable-native-access=ALL-UNNAMED
  --sun-misc-unsafe-memory-access=allow
  --add-exports=java.base/jdk.internal.ref=ALL-UNNAMED
  --add-opens=java.base/java.lang=ALL-UNNAMED
  --add-opens=java.base/sun.nio.ch=ALL-UNNAMED
  --add-opens=java.management/sun.management=ALL-UNNAMED
  --add-opens=jdk.management/com.sun.management.internal=ALL-UNNAMED
)
