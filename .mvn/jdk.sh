# Sourced by mvnw and attune: points JAVA_HOME at a JDK 25 or later, or says what to do.
jdk_is_25() {
  [ -x "$1/bin/javac" ] || return 1
  v=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null)
  [ -n "$v" ] || v=$("$1/bin/javac" -version 2>&1 | sed -n 's/^javac \([0-9]*\).*/\1/p')
  [ -n "$v" ] && [ "$v" -ge 25 ]
}

find_jdk() {
  if [ -n "${JAVA_HOME:-}" ] && jdk_is_25 "$JAVA_HOME"; then return 0; fi
  if javac=$(command -v javac); then
    real=$(readlink -f "$javac" 2>/dev/null || echo "$javac")
    home=$(dirname "$(dirname "$real")")
    if jdk_is_25 "$home"; then JAVA_HOME=$home; return 0; fi
  fi
  for home in /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
      "$HOME"/.local/share/mise/installs/java/* "$HOME"/.asdf/installs/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    if jdk_is_25 "$home"; then JAVA_HOME=$home; return 0; fi
  done
  return 1
}

if ! find_jdk; then
  echo "Attune needs a JDK 25 or later: install one (for example Temurin 25) or set JAVA_HOME to it." >&2
  exit 1
fi
export JAVA_HOME
