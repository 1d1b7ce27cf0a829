# Sourced by ./mvnw and ./daybook. Sets JAVA_HOME to a JDK 25, wherever the default JVM points; exits 2 in one line if none.
find_jdk25() {
  beside=""
  if command -v java >/dev/null 2>&1; then
    real=$(readlink -f "$(command -v java)" 2>/dev/null || command -v java)
    beside=$(dirname "$(dirname "$(dirname "$real")")")
  fi
  for candidate in "${JAVA_HOME:-}" "$beside"/* "$HOME"/.jdks/* "$HOME"/.jdks/*/Contents/Home \
                   "$HOME"/.sdkman/candidates/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ -f "$candidate/release" ] || continue
    if grep -q '^JAVA_VERSION="25' "$candidate/release"; then
      JAVA_HOME=$candidate
      export JAVA_HOME
      return 0
    fi
  done
  echo "Daybook needs a JDK 25: install one (for example Eclipse Temurin 25) or point JAVA_HOME at it." >&2
  exit 2
}
find_jdk25
