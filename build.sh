#!/usr/bin/env bash
# The one door: sets the machine up, builds, tests, runs. ./build.sh without a word lists what it can do.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
configuration=Release
tool="$root/artifacts/bin/PluginKd.Tool/release/dotnet-kd.dll"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_WORKLOAD_UPDATE_NOTIFY_DISABLE=1

usage() {
    cat <<'TEXT'
./build.sh demo            set up, build, and run the built-in pipeline
./build.sh test            set up, build, and run every test; the last line counts them
./build.sh build           set up and build
./build.sh soak [KILLS]    set up, build, and kill runs at random moments (100 without KILLS): each goes on to the same bits
./build.sh kd ARGS...      run the built tool as `dotnet kd ARGS...` would, building first when something changed
./build.sh bench [NAME]    measure against the Python peers (needs python3-torch; NAME: parity, torch, plugins, engine, memory, data, gigabyte, samples)
./build.sh pack            make the packages in artifacts/packages
./build.sh format          bring the code into the house's format
LIBTORCH=/path ./build.sh ...   use another libtorch (a folder with include/ and lib/)
TEXT
}

# Everything needs it, running what is built already too.
need_dotnet() {
    command -v dotnet >/dev/null && return
    echo "The command 'dotnet' was not found on the PATH; the .NET 10 SDK is needed." >&2
    echo "Install the .NET 10 SDK (package dotnet-sdk-10.0) and put dotnet on the PATH, such as, when it lies in ~/.dotnet:" >&2
    echo '    export PATH="$HOME/.dotnet:$PATH"' >&2
    exit 2
}

# LIBTORCH must name a libtorch, and by its whole path: the compiler works in another folder.
check_libtorch() {
    [ -n "${LIBTORCH:-}" ] || return 0
    if [ ! -d "$LIBTORCH/include" ] || { [ ! -e "$LIBTORCH/lib/libtorch_cpu.so" ] && [ ! -e "$LIBTORCH/lib/libtorch.so" ]; }; then
        echo "LIBTORCH names '$LIBTORCH', which lacks include/ or lib/libtorch_cpu.so." >&2
        echo "Needed is an unpacked libtorch. Set LIBTORCH to its folder, or use Debian's libtorch:" >&2
        echo "    unset LIBTORCH" >&2
        exit 2
    fi
    LIBTORCH=$(cd "$LIBTORCH" && pwd)
    export LIBTORCH
}

# Installs what is missing with apt-get, or says the line to type.
setup() {
    need_dotnet
    check_libtorch
    local missing=()
    command -v g++ >/dev/null || missing+=(g++)
    if [ -z "${LIBTORCH:-}" ]; then
        [ -e /usr/include/torch/csrc/api/include/torch/version.h ] || missing+=(libtorch-dev)
        compgen -G "/usr/lib/*/openblas-openmp/libopenblas.so.0" >/dev/null || missing+=(libopenblas0-openmp)
    fi
    [ ${#missing[@]} -eq 0 ] && return
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "Missing: ${missing[*]}. Type this, then run again:" >&2
        echo "    sudo apt-get update && sudo apt-get install -y --no-install-recommends ${missing[*]}" >&2
        exit 2
    fi
    echo "Installing ${missing[*]} ..."
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
}

# Silent unless something is wrong.
compile() {
    dotnet msbuild "$1" -restore -p:Configuration=$configuration -m -v:quiet -tl:off -nologo "${@:2}"
}

build() {
    setup
    compile "$root/PluginKd.sln" "$@"
}

# Builds the tool with its plugins when a source is newer than the last build.
build_tool() {
    need_dotnet
    check_libtorch
    local stamp="$root/artifacts/tool.stamp" libtorch="${LIBTORCH:-}"
    local sources=("$root/host" "$root/sdk" "$root/plugins" "$root/docs/pipelines" "$root/Directory.Build.props" "$root/Directory.Packages.props" "$root/global.json")
    if [ -e "$tool" ] && [ -e "$stamp" ] && [ "$(cat "$stamp")" = "$libtorch" ] \
        && [ -z "$(find "${sources[@]}" -newer "$stamp" -not -path '*/obj/*' -print -quit)" ]; then
        return
    fi
    setup
    echo "Building ..." >&2
    local started
    started=$(mktemp)
    compile "$root/host/PluginKd.Tool/PluginKd.Tool.csproj" >&2
    printf '%s' "$libtorch" >"$stamp"
    # What changed while it was building is built next time.
    touch -r "$started" "$stamp"
    rm -f "$started"
}

kd() {
    build_tool
    exec dotnet "$tool" "$@"
}

# With what the SDK's package needs beside it, so that the folder is a whole feed for those who write plugins.
pack() {
    local feed="$root/artifacts/packages" cache="${NUGET_PACKAGES:-$HOME/.nuget/packages}" package version
    build
    rm -rf "$feed"
    dotnet pack "$root/PluginKd.sln" -c $configuration --no-build -o "$feed" -v quiet --nologo "$@"
    for package in Microsoft.Extensions.DependencyInjection.Abstractions Microsoft.Extensions.Logging.Abstractions; do
        version=$(sed -n "s/.*PackageVersion Include=\"$package\" Version=\"\([^\"]*\)\".*/\1/p" "$root/Directory.Packages.props")
        cp "$cache/${package,,}/$version/${package,,}.$version.nupkg" "$feed/"
    done
    ls "$feed"
}

# What failed, once more, at the end of a log in which it may stand far above.
failures() {
    awk '
        /^  Failed [^ ]/ { print; shown = 12; next }
        shown > 0 { if ($0 ~ /^  (Passed|Skipped) |^\[xUnit/) { shown = 0 } else { print; shown-- } }' "$1"
}

run_tests() {
    local log code=0 heeding=()
    # In a shell of its own: a function whose result is asked for would go on after a command that failed.
    set +e
    (set -e; build)
    code=$?
    set -e
    if [ $code -ne 0 ]; then
        echo "0 passed, 1 failed, 0 skipped"
        return $code
    fi
    log=$(mktemp)
    # A shell's background job ignores Ctrl-C, and what it starts does so, too; tests press it.
    if env --default-signal=INT true 2>/dev/null; then heeding=(env --default-signal=INT); fi
    # One test project at a time: each may use every core.
    "${heeding[@]}" dotnet test "$root/PluginKd.sln" -c $configuration --no-build --nologo -m:1 "$@" 2>&1 | tee "$log" || code=$?
    failures "$log"
    awk -v code=$code '
        match($0, /Failed: +[0-9]+, Passed: +[0-9]+, Skipped: +[0-9]+/) {
            split(substr($0, RSTART, RLENGTH), n, /[^0-9]+/); failed += n[2]; passed += n[3]; skipped += n[4]
        }
        END {
            if (code != 0 && failed == 0) failed = 1 # a test host that died counts, too
            printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped
        }' "$log"
    rm -f "$log"
    return $code
}

# The kill test of every build, with more kills.
soak() {
    build
    KD_KILLS=${1:-100} dotnet test "$root/tests/PluginKd.Tool.Tests/PluginKd.Tool.Tests.csproj" -c $configuration --no-build --nologo --filter FullyQualifiedName~KillTests
}

case "${1:-}" in
    demo) shift; kd run "$@" ;;
    test) shift; run_tests "$@" ;;
    build) shift; build "$@" ;;
    soak) shift; soak "$@" ;;
    kd) shift; kd "$@" ;;
    bench) shift; build; exec dotnet "$root/artifacts/bin/PluginKd.Benchmarks/release/PluginKd.Benchmarks.dll" "$@" ;;
    pack) shift; pack "$@" ;;
    format) shift; dotnet format "$root/PluginKd.sln" "$@" ;;
    "" | help | --help | -h) usage ;;
    *) echo "There is no './build.sh $1'." >&2; usage >&2; exit 2 ;;
esac
