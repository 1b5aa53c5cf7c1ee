#!/bin/sh
# Compiles the shim: build.sh FOLDER. LIBTORCH names a libtorch with include/ and lib/; without it Debian's own is used.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
set -- -std=c++17 -O3 -fno-math-errno -fvisibility=hidden -fPIC -fopenmp -Wall -Wno-unused-function
if [ -n "${LIBTORCH:-}" ]; then
    if [ ! -d "$LIBTORCH/include" ] || { [ ! -e "$LIBTORCH/lib/libtorch_cpu.so" ] && [ ! -e "$LIBTORCH/lib/libtorch.so" ]; }; then
        echo "LIBTORCH names '$LIBTORCH', which lacks include/ or lib/libtorch_cpu.so." >&2
        echo "Needed is an unpacked libtorch. Set LIBTORCH to its folder, or leave it unset to use Debian's libtorch-dev." >&2
        exit 2
    fi
    LIBTORCH=$(cd "$LIBTORCH" && pwd)
    set -- "$@" -isystem "$LIBTORCH/include" -isystem "$LIBTORCH/include/torch/csrc/api/include"
    # Wheels before 2.7 were built with the old string ABI; their cmake file says so.
    if grep -qs "_GLIBCXX_USE_CXX11_ABI=0" "$LIBTORCH/share/cmake/Torch/TorchConfig.cmake"; then
        set -- "$@" -D_GLIBCXX_USE_CXX11_ABI=0
    fi
elif [ -e /usr/include/torch/csrc/api/include/torch/version.h ]; then
    set -- "$@" -isystem /usr/include/torch/csrc/api/include
else
    echo "libtorch's headers were not found. Install them: apt-get install libtorch-dev libopenblas0-openmp g++" >&2
    echo "or set LIBTORCH to an unpacked libtorch (a folder with include/ and lib/)." >&2
    exit 2
fi
# Paths may hold blanks: names are relative to the folder of the objects, and the words of a command are the script's parameters.
cd "$out"
pids=""
objects=""
for source in "$here"/*.cpp; do
    part=$(basename "$source" .cpp)
    objects="$objects $part.o"
    ${CXX:-g++} "$@" -c "$source" -o "$part.o" 2>"$part.log" &
    pids="$pids $!:$part"
done
# What the compiler says is an error of the build only when it failed: MSBuild takes every line of standard error for one.
for pid in $pids; do
    if wait "${pid%%:*}"; then
        cat "${pid#*:}.log"
    else
        cat "${pid#*:}.log" >&2
        failed=1
    fi
done
[ -z "${failed:-}" ] || exit 1
set -- -ltorch -ltorch_cpu -lc10
if [ -n "${LIBTORCH:-}" ]; then
    set -- "-L$LIBTORCH/lib" "-Wl,-rpath,$LIBTORCH/lib" "$@"
    if [ -e "$LIBTORCH/lib/libtorch_cuda.so" ]; then
        set -- "$@" -Wl,--no-as-needed -ltorch_cuda -lc10_cuda -Wl,--as-needed
    fi
fi
# -Wl,-z,defs lets no unresolved name pass; what a checked build hands over is stripped.
${CXX:-g++} -shared -fopenmp -s -o libkdtorch.so.tmp $objects -Wl,-z,defs "$@" 2>link.log || { cat link.log >&2; exit 1; }
mv -f libkdtorch.so.tmp libkdtorch.so
