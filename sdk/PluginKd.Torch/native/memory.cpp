// Main memory for tensors: small blocks from a list of the thread, large ones kept for the next step instead of given back.
//
// libtorch asks the C library for each tensor. That aligns slowly for small ones, and gives large ones back to the system, so that every
// training step pays for fresh pages again. What is held here stays within a quarter above what was in use at once.
#include "support.h"

#include <c10/core/CPUAllocator.h>
#include <cstdlib>
#include <map>
#include <mutex>
#include <sys/mman.h>
#include <unordered_map>

namespace {

// Small blocks start 64 bytes after a multiple of 128, behind their header; large ones at a page. So the address tells which it is.
constexpr size_t header = 64, alignment = 128, page = 4096, huge_page = 2 << 20;
constexpr int classes = 7;  // 64 bytes to 4 KiB
constexpr int most_kept = 64;
constexpr size_t large = 64 << 10, spare = 32 << 20;

struct Header {
    size_t bytes;
    int32_t size_class;  // -1: too long for the lists
};

std::atomic<int64_t> small_bytes{0};

// Plain data, so that it can be used until the thread's very end.
struct Lists {
    void* first[classes];
    int32_t kept[classes];
    bool watched, ended;
};
thread_local Lists lists{};

struct ThreadEnd {
    ~ThreadEnd() {
        lists.ended = true;
        for (void*& first : lists.first) {
            while (first != nullptr) {
                void* next = *static_cast<void**>(first);
                std::free(static_cast<char*>(first) - header);
                first = next;
            }
        }
    }
};

void watch() {
    static thread_local ThreadEnd end;
    lists.watched = true;
    (void)end;
}

[[noreturn]] void refuse(size_t bytes) {
    TORCH_CHECK(false, "DefaultCPUAllocator: can't allocate memory: you tried to allocate ", bytes, " bytes. Error code 12 (Cannot allocate memory)");
    std::abort();
}

void* take_small(size_t bytes) {
    int size_class = bytes <= 64 ? 0 : 58 - __builtin_clzl(bytes - 1);
    size_t room = bytes;
    if (size_class < classes) {
        room = size_t{64} << size_class;
        if (void* block = lists.first[size_class]) {
            lists.first[size_class] = *static_cast<void**>(block);
            --lists.kept[size_class];
            small_bytes.fetch_add(static_cast<int64_t>(room), std::memory_order_relaxed);
            return block;
        }
    } else {
        size_class = -1;
    }
    void* base = nullptr;
    if (posix_memalign(&base, alignment, room + header) != 0) {
        refuse(bytes);
    }
    *static_cast<Header*>(base) = Header{room, size_class};
    small_bytes.fetch_add(static_cast<int64_t>(room), std::memory_order_relaxed);
    return static_cast<char*>(base) + header;
}

void leave_small(void* block) {
    char* base = static_cast<char*>(block) - header;
    const auto [bytes, size_class] = *reinterpret_cast<Header*>(base);
    small_bytes.fetch_sub(static_cast<int64_t>(bytes), std::memory_order_relaxed);
    if (size_class < 0 || lists.ended || lists.kept[size_class] >= most_kept) {
        std::free(base);
        return;
    }
    if (!lists.watched) {
        watch();
    }
    *static_cast<void**>(block) = lists.first[size_class];
    lists.first[size_class] = block;
    ++lists.kept[size_class];
}

// Large blocks: few calls, so one lock for all threads.
struct Large {
    std::mutex gate;
    std::unordered_map<void*, size_t> lengths;      // of all blocks, in use or kept
    std::multimap<size_t, void*> kept;
    size_t in_use = 0, kept_bytes = 0, most_in_use = 0;

    // Steps of an eighth, so that blocks of nearly the same size serve each other; whole huge pages from 2 MiB.
    static size_t rounded(size_t bytes) {
        const size_t top = size_t{1} << (63 - __builtin_clzl(bytes));
        const size_t step = std::max(page, top / 8);
        return (bytes + step - 1) / step * step;
    }

    static void* map(size_t bytes) {
        const size_t extra = bytes >= huge_page ? huge_page : 0;
        void* found = mmap(nullptr, bytes + extra, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (found == MAP_FAILED) {
            return nullptr;
        }
        if (extra == 0) {
            return found;
        }
        const auto start = reinterpret_cast<uintptr_t>(found), even = (start + huge_page - 1) / huge_page * huge_page;
        if (even > start) {
            munmap(found, even - start);
        }
        if (start + extra > even) {
            munmap(reinterpret_cast<void*>(even + bytes), start + extra - even);
        }
        madvise(reinterpret_cast<void*>(even), bytes, MADV_HUGEPAGE);
        return reinterpret_cast<void*>(even);
    }

    void unmap(std::multimap<size_t, void*>::iterator block) {
        munmap(block->second, block->first);
        lengths.erase(block->second);
        kept_bytes -= block->first;
        kept.erase(block);
    }

    void* take(size_t wanted) {
        const size_t bytes = rounded(wanted);
        const std::lock_guard<std::mutex> lock(gate);
        void* block = nullptr;
        const auto fit = kept.lower_bound(bytes);
        if (fit != kept.end() && fit->first <= bytes + bytes / 4) {
            block = fit->second;
            in_use += fit->first;
            kept_bytes -= fit->first;
            kept.erase(fit);
        } else {
            most_in_use = std::max(most_in_use, in_use + bytes);
            const size_t room = most_in_use + most_in_use / 4 + spare;
            while (!kept.empty() && in_use + kept_bytes + bytes > room) {
                unmap(std::prev(kept.end()));
            }
            block = map(bytes);
            if (block == nullptr) {
                release();
                block = map(bytes);
            }
            if (block == nullptr) {
                refuse(wanted);
            }
            lengths[block] = bytes;
            in_use += bytes;
        }
        most_in_use = std::max(most_in_use, in_use);
        return block;
    }

    void leave(void* block) {
        const std::lock_guard<std::mutex> lock(gate);
        const size_t bytes = lengths[block];
        in_use -= bytes;
        kept_bytes += bytes;
        kept.emplace(bytes, block);
    }

    void release() {
        while (!kept.empty()) {
            unmap(kept.begin());
        }
    }
};

// Never destroyed: tensors may outlive everything else at the end of the process.
Large& large_blocks() {
    static Large* const blocks = new Large;
    return *blocks;
}

void leave(void* block) {
    if (block == nullptr) {
        return;
    }
    if (reinterpret_cast<uintptr_t>(block) % alignment == 0) {
        large_blocks().leave(block);
    } else {
        leave_small(block);
    }
}

struct Memory final : c10::Allocator {
    c10::DataPtr allocate(size_t bytes) const override {
        void* block = bytes == 0 ? nullptr : bytes < large ? take_small(bytes) : large_blocks().take(bytes);
        return {block, block, &leave, c10::Device(c10::DeviceType::CPU)};
    }
    c10::DeleterFnPtr raw_deleter() const override { return &leave; }
};

Memory memory;

// KDTORCH_MEMORY=plain leaves libtorch its own way, to compare or to look for faults.
const bool installed = [] {
    const char* wish = std::getenv("KDTORCH_MEMORY");
    const bool ours = wish == nullptr || std::string(wish) != "plain";
    if (ours) {
        c10::SetCPUAllocator(&memory, 1);
    }
    return ours;
}();

}  // namespace

// Bytes of main memory in tensors, and bytes kept for the next ones.
KD_API void kd_memory(int64_t* in_use, int64_t* kept) {
    Large& blocks = large_blocks();
    const std::lock_guard<std::mutex> lock(blocks.gate);
    *in_use = small_bytes.load(std::memory_order_relaxed) + static_cast<int64_t>(blocks.in_use);
    *kept = static_cast<int64_t>(blocks.kept_bytes);
}

KD_API void kd_memory_release() {
    Large& blocks = large_blocks();
    const std::lock_guard<std::mutex> lock(blocks.gate);
    blocks.release();
}
