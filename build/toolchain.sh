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

# A clone needs a JDK and Node.js and nothing else: where Maven is missing or too old, the pinned one is fetched once
# from Maven's own site, checked, and kept outside the clone. MILLWRIGHT_MAVEN_URL names another place to fetch it from.
maven_version=3.9.11
maven_sha512=bcfe4fe305c962ace56ac7b5fc7a08b87d5abd8b7e89027ab251069faebee516b0ded8961445d6d91ec1985dfe30f8153268843c89aa392733d1a3ec956c9978

find_maven() {
  local found kept
  found=$(mvn --version 2>/dev/null | sed -n 's/.*Apache Maven \([0-9.]*\).*/\1/p' | head -n 1) || found=
  [ -n "$found" ] && [ "$(printf '%s\n' 3.8.6 "$found" | sort -V | head -n 1)" = 3.8.6 ] && return
  kept="${XDG_CACHE_HOME:-$HOME/.cache}/millwright/apache-maven-$maven_version"
  [ -x "$kept/bin/mvn" ] || fetch_maven "$kept"
  export PATH="$kept/bin:$PATH"
}

fetch_maven() { # into folder $1
  local url folder
  find_node
  url=${MILLWRIGHT_MAVEN_URL:-https://repo.maven.apache.org/maven2/org/apache/maven/apache-maven/$maven_version/apache-maven-$maven_version-bin.tar.gz}
  echo "Fetching Maven $maven_version (once) …" >&2
  mkdir -p "${1%/*}"
  folder=$(mktemp -d "${1%/*}/fetch.XXXXXX")
  node - "$url" "$folder/maven.tar.gz" "$maven_sha512" <<'NODE' || { rm -rf "$folder"; die "needs Maven 3.8.6 or newer, found none and could not fetch it from $url. Maybe: apt-get install maven, or brew install maven."; }
const [url, file, expected] = process.argv.slice(2);
(async () => {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${answer.statusText}`);
  const bytes = Buffer.from(await answer.arrayBuffer());
  const sum = require('node:crypto').createHash('sha512').update(bytes).digest('hex');
  if (sum !== expected) throw new Error(`the checksum is ${sum}`);
  require('node:fs').writeFileSync(file, bytes);
})().catch((error) => {
  console.error(`${error.message}${error.cause ? `: ${error.cause.message}` : ''}`);
  process.exit(1);
});
NODE
  tar -xzf "$folder/maven.tar.gz" -C "$folder" || { rm -rf "$folder"; die "could not unpack Maven into ${1%/*}"; }
  # Two builds at once may both have fetched it: the first to move wins.
  mv "$folder/apache-maven-$maven_version" "$1" 2>/dev/null || [ -x "$1/bin/mvn" ] || die "could not keep Maven in $1"
  rm -rf "$folder"
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
  train_aot_cache "$home/cli/target/aot.log"
  touch "$stamp"
}

# The class path of the built program: jars only and in one order, as the AOT cache requires.
classpath() {
  printf '%s:' "$home"/cli/target/millwright-cli-*.jar "$home"/cli/target/lib/*.jar
}

aot_cache() { printf '%s' "$home/cli/target/millwright.aot"; }

# Starts and stops the platform once and keeps what the JVM learned (JEP 514), which halves every later start.
train_aot_cache() {
  local log=$1 folder trainee
  folder=$(mktemp -d)
  rm -f "$(aot_cache)"
  "$JAVA_HOME/bin/java" -XX:AOTCacheOutput="$(aot_cache)" "${java_options[@]}" -cp "$(classpath)" \
    org.millwright.cli.Millwright serve --port 0 --mqtt-port 0 --data "$folder" >"$log" 2>&1 &
  trainee=$!
  until grep -q 'Started Millwright' "$log" 2>/dev/null || ! kill -0 "$trainee" 2>/dev/null; do pause; done
  kill "$trainee" 2>/dev/null || true
  wait "$trainee" 2>/dev/null || true
  rm -rf "$folder"
}

# Waits a moment without starting a program.
pause() { read -r -t 0.2 <> <(:) || true; }

# Replaces this process, or the subshell it runs in, by the built program.
exec_millwright() { # JVM options, then --, then the program's arguments
  local jvm=()
  while [ "$1" != -- ]; do
    jvm+=("$1")
    shift
  done
  shift
  [ ! -f "$(aot_cache)" ] || jvm+=("-XX:AOTCache=$(aot_cache)")
  exec "$JAVA_HOME/bin/java" "${jvm[@]}" "${java_options[@]}" -cp "$(classpath)" org.millwright.cli.Millwright "$@"
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
