// What every part of the shim shares: handles in and out, and exceptions turned into return codes.
#pragma once
#include "kdtorch.h"

#include <ATen/ATen.h>
#include <atomic>
#include <exception>
#include <string>

namespace kd {

extern std::atomic<int64_t> live;
void remember(const std::exception& error);
void remember_unknown();

// Gives a tensor to the caller, who releases it with kd_release. An undefined tensor is a null pointer.
inline void* give(at::Tensor tensor) {
    if (!tensor.defined()) {
        return nullptr;
    }
    live.fetch_add(1, std::memory_order_relaxed);
    return tensor.unsafeReleaseTensorImpl();
}

// Borrows a tensor of the caller.
inline at::Tensor take(void* handle) {
    if (handle == nullptr) {
        return at::Tensor();
    }
    return at::Tensor(c10::intrusive_ptr<at::TensorImpl>::reclaim_copy(static_cast<at::TensorImpl*>(handle)));
}

inline at::TensorImpl& peek(void* handle) { return *static_cast<at::TensorImpl*>(handle); }

inline std::vector<at::Tensor> take_all(void** handles, int64_t count) {
    std::vector<at::Tensor> tensors;
    tensors.reserve(count);
    for (int64_t i = 0; i < count; ++i) {
        tensors.push_back(take(handles[i]));
    }
    return tensors;
}

template <typename Body>
int guarded(Body&& body) noexcept {
    try {
        body();
        return 0;
    } catch (const std::exception& error) {
        remember(error);
    } catch (...) {
        remember_unknown();
    }
    return 1;
}

}  // namespace kd
