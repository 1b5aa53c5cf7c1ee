#!/bin/sh
# Compiles the shim: build.sh FOLDER. LIBTORCH names a libtorch with include/ and lib/; without it Debian's own is used.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
out=$(cd "$1" && pwd)
flags="-std=c++17 -O3 -fno-math-errno -fvisibility=hidden -fPIC -fopenmp -Wall -Wno-unused-function"
links="-ltorch -ltorch_cpu -lc10"
if [ -n "${LIBTORCH:-}" ]; then
    flags="$flags -isystem $LIBTORCH/include -isystem $LIBTORCH/include/torch/csrc/api/include"
    links="-L$LIBTORCH/lib -Wl,-rpath,$LIBTORCH/lib $links"
    # Wheels before 2.7 were built with the old string ABI; their cmake file says so.
    if grep -qs "_GLIBCXX_USE_CXX11_ABI=0" "$LIBTORCH/share/cmake/Torch/TorchConfig.cmake"; then
        flags="$flags -D_GLIBCXX_USE_CXX11_ABI=0"
    fi
    if [ -e "$LIBTORCH/lib/libtorch_cuda.so" ]; then
        links="$links -Wl,--no-as-needed -ltorch_cuda -lc10_cuda -Wl,--as-needed"
    fi
elif [ -e /usr/include/torch/csrc/api/include/torch/version.h ]; then
    flags="$flags -isystem /usr/include/torch/csrc/api/include"
else
    echo "libtorch's headers were not found. Install them: apt-get install libtorch-dev libopenblas0-openmp g++" >&2
    echo "or set LIBTORCH to an unpacked libtorch (a folder with include/ and lib/)." >&2
    exit 1
fi
# -Wl,-z,defs lets no unresolved name pass; what a checked build hands over is stripped.
pids=""
objects=""
for source in "$here"/*.cpp; do
    part=$(basename "$source" .cpp)
    objects="$objects $out/$part.o"
    ${CXX:-g++} $flags -c "$source" -o "$out/$part.o" &
    pids="$pids $!"
done
for pid in $pids; do
    wait "$pid"
done
${CXX:-g++} -shared -fopenmp -s -o "$out/libkdtorch.so.tmp" $objects -Wl,-z,defs $links
mv -f "$out/libkdtorch.so.tmp" "$out/libkdtorch.so"
