# shellcheck shell=bash disable=SC2034  # the lists of packages are for those who source this
# Sets pmdesk up inside this checkout; `run` and `test` source it. It writes nowhere else, apt's packages apart.
#
# Each step says in one line what it does and is quick when there is nothing to do. What goes wrong ends in
# one plain sentence on stderr. The machine's own settings for apt, pip and uv are left as they are.

here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
log=$here/.uv/setup.log

# What Qt needs on a bare Debian, by name in Debian 12; later releases provide the same names.
qt_packages=(libgl1 libegl1 libxkbcommon0 libfontconfig1 libdbus-1-3 libglib2.0-0)
window_packages=(libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1
    libxcb-render-util0 libxcb-shape0 libxcb-xkb1)
test_packages=(xvfb xauth postgresql)

say() { printf 'pmdesk: %s\n' "$*" >&2; }

fail() {
    printf 'pmdesk: %s\n' "$*" >&2
    exit 1
}

# fail_with_log SENTENCE: shows the end of what the failed step printed, then the sentence.
fail_with_log() {
    tail -n 12 "$log" >&2
    fail "$1"
}

# quietly COMMAND...: runs it with its words kept in the log; the exit code is the command's.
quietly() { "$@" >>"$log" 2>&1; }

network_failed() {
    grep -qiE 'error sending request|dns|resolv|connection|timed out|unreachable|could not connect' "$log"
}

# The first Python that is new enough, or nothing.
find_python() {
    local name
    for name in python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            printf '%s\n' "$name"
            return
        fi
    done
}

# missing_packages NAME...: those of the named Debian packages that are neither installed nor provided.
missing_packages() {
    local installed name
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}, ${Provides}\n' |
        sed -n 's/^installed //p' | tr ',' '\n' | sed 's/(.*//; s/ //g')
    for name in "$@"; do
        grep -qxF -- "$name" <<<"$installed" || printf '%s\n' "$name"
    done
}

can_be_root() { [ "$(id -u)" -eq 0 ] || sudo -n true 2>/dev/null; }

# as_root COMMAND...: never asks for a password; see can_be_root.
as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi
}

# install_packages NAME...: installs what is missing; without root it names them and goes on.
install_packages() {
    command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || return 0
    local missing
    mapfile -t missing < <(missing_packages "$@")
    [ "${#missing[@]}" -gt 0 ] || return 0
    if ! can_be_root; then
        say "these Debian packages are missing and need an administrator: sudo apt-get install ${missing[*]}"
        return 0
    fi
    say "installing Debian packages: ${missing[*]}"
    quietly as_root apt-get update || true
    quietly as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
        "${missing[@]}" ||
        fail_with_log "The Debian packages could not be installed. Is the network there, and is apt free?"
}

# Puts uv's path in $uv: the machine's own, or one of ours inside the checkout.
find_uv() {
    uv=uv
    "$uv" --version >/dev/null 2>&1 && return
    uv=$here/.uv/tool/bin/uv
    "$uv" --version >/dev/null 2>&1 && return
    "$python" -c 'import ensurepip, venv' 2>/dev/null || install_packages python3-venv
    say "fetching uv, which installs the libraries"
    rm -rf "$here/.uv/tool"
    quietly "$python" -m venv "$here/.uv/tool" ||
        fail "Python's venv is missing. Ask an administrator for 'apt-get install python3-venv', then try again."
    quietly "$here/.uv/tool/bin/python" -m pip install uv ||
        fail_with_log "uv could not be fetched. pmdesk needs the network this once; connect and try again."
}

# The libraries of uv.lock into .venv. A stamp of the lock, the settings and the place makes it quick again.
sync_libraries() {
    local stamp
    stamp=$(cat "$here/uv.lock" "$here/pyproject.toml" <(printf '%s' "$here") | sha256sum)
    if [ -x "$here/.venv/bin/python" ] && [ "$(cat "$here/.venv/pmdesk-stamp" 2>/dev/null)" = "$stamp" ]; then
        return
    fi
    find_uv
    say "fetching the libraries named in uv.lock (some 300 MB the first time)"
    # A cache that is there is used; otherwise ours stays inside the checkout.
    if [ -z "${UV_CACHE_DIR:-}" ] && ! [ -w "$("$uv" cache dir 2>/dev/null)" ]; then
        export UV_CACHE_DIR=$here/.uv/cache
    fi
    # Many councils look into TLS with a certificate of their own, which only the system knows.
    [ ! -e /etc/ssl/certs/ca-certificates.crt ] || export UV_SYSTEM_CERTS=${UV_SYSTEM_CERTS:-true}
    export UV_PYTHON_DOWNLOADS=${UV_PYTHON_DOWNLOADS:-never}
    local choose=()
    [ -x "$here/.venv/bin/python" ] || [ -n "${UV_PYTHON:-}" ] || choose=(--python "$(command -v "$python")")
    if ! quietly "$uv" sync --project "$here" --locked --quiet "${choose[@]}"; then
        if network_failed; then
            fail_with_log "The libraries could not be fetched. Connect to the network and try again."
        fi
        fail_with_log "The libraries could not be installed; the lines above say why."
    fi
    printf '%s\n' "$stamp" >"$here/.venv/pmdesk-stamp"
}

# The words of each language, from the text a translator edits to the file the program reads.
compile_words() {
    local po mo
    for po in "$here"/resources/translations/*/LC_MESSAGES/pmdesk.po; do
        [ -e "$po" ] || continue
        mo=${po%.po}.mo
        [ "$mo" -nt "$po" ] && continue
        say "compiling the words of ${po#"$here"/}"
        quietly "$here/.venv/bin/pybabel" compile --input-file "$po" --output-file "$mo" ||
            fail_with_log "The words in ${po#"$here"/} could not be compiled; the lines above say where."
    done
}

# set_up [PACKAGE...]: everything above, with further Debian packages the caller needs.
set_up() {
    python=$(find_python)
    [ -n "$python" ] ||
        fail "pmdesk needs Python 3.11 or later, and this machine has none. Install python3 and try again."
    if ! { mkdir -p "$here/.uv" && : >"$log"; } 2>/dev/null; then
        fail "pmdesk sets itself up in $here, but that folder cannot be written to. Copy it to a folder of yours."
    fi
    install_packages "${qt_packages[@]}" "$@"
    sync_libraries
    compile_words
}
