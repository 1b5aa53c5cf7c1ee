// Tensors, gradients, random numbers, threads: everything beside the operators themselves.
#include "values.h"

#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <c10/core/InferenceMode.h>
#include <c10/core/impl/VirtualGuardImpl.h>
#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/variable.h>
#include <torch/version.h>

namespace kd {

std::atomic<int64_t> live{0};
static thread_local std::string message;

void remember(const std::exception& error) {
    const auto* torch_error = dynamic_cast<const c10::Error*>(&error);
    message = torch_error != nullptr ? torch_error->what_without_backtrace() : error.what();
    // A script's own words stand in the last line, behind the place where it failed.
    if (message.rfind("The following operation failed in the TorchScript interpreter", 0) == 0) {
        const auto end = message.find_last_not_of(" \n");
        const auto start = end == std::string::npos ? end : message.rfind('\n', end);
        if (start != std::string::npos) {
            message = "the script failed: " + message.substr(start + 1, end - start);
        }
    }
    // The rest is C++ call stacks or a list of all back ends, of no use to a reader of C#.
    for (const char* mark : {"\nException raised from", " This could be because", "\n"}) {
        const auto at = message.find(mark, 1);
        if (at != std::string::npos) {
            message.resize(at);
        }
    }
}

void remember_unknown() { message = "libtorch threw something that is no std::exception"; }

static at::Generator generator(void* handle) {
    return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(handle)));
}

}  // namespace kd

using kd::guarded;
using kd::peek;
using kd::take;

KD_API const char* kd_last_error() { return kd::message.c_str(); }
KD_API const char* kd_version() { return TORCH_VERSION; }
KD_API int64_t kd_live_tensors() { return kd::live.load(std::memory_order_relaxed); }

KD_API void kd_release(void* handle) {
    kd::live.fetch_sub(1, std::memory_order_relaxed);
    guarded([&] { c10::intrusive_ptr<at::TensorImpl>::reclaim(static_cast<at::TensorImpl*>(handle)); });
}

KD_API void* kd_alias(void* handle) { return kd::give(take(handle)); }
KD_API int32_t kd_dtype(void* handle) { return static_cast<int32_t>(c10::typeMetaToScalarType(peek(handle).dtype())); }
KD_API int64_t kd_numel(void* handle) { return peek(handle).numel(); }
KD_API int32_t kd_is_leaf(void* handle) { return take(handle).is_leaf(); }
KD_API int32_t kd_requires_grad(void* handle) { return take(handle).requires_grad(); }
KD_API int32_t kd_is_contiguous(void* handle) { return peek(handle).is_contiguous(); }
KD_API int32_t kd_is_sparse(void* handle) { return take(handle).is_sparse(); }
KD_API int32_t kd_is_inference(void* handle) { return peek(handle).is_inference(); }

KD_API int64_t kd_device_of(void* handle) {
    const auto where = peek(handle).device();
    return (static_cast<int64_t>(where.type()) << 32) | static_cast<uint32_t>(static_cast<int32_t>(where.index()));
}

// Points into the tensor: valid while the caller holds it and does not resize it.
KD_API int32_t kd_shape(void* handle, const int64_t** sizes) {
    const auto shape = peek(handle).sizes();
    *sizes = shape.data();
    return static_cast<int32_t>(shape.size());
}

KD_API int32_t kd_strides(void* handle, const int64_t** strides) {
    const auto list = peek(handle).strides();
    *strides = list.data();
    return static_cast<int32_t>(list.size());
}

KD_API int32_t kd_data(void* handle, void** data) {
    return guarded([&] { *data = take(handle).data_ptr(); });
}

KD_API int32_t kd_set_requires_grad(void* handle, int32_t value) {
    return guarded([&] { take(handle).set_requires_grad(value != 0); });
}

KD_API int32_t kd_retain_grad(void* handle) {
    return guarded([&] { take(handle).retain_grad(); });
}

KD_API int32_t kd_grad(void* handle, void** gradient) {
    return guarded([&] { *gradient = kd::give(take(handle).grad()); });
}

KD_API int32_t kd_set_grad(void* handle, void* gradient) {
    return guarded([&] { take(handle).mutable_grad() = take(gradient); });
}

KD_API int32_t kd_set_data(void* handle, void* source) {
    return guarded([&] { take(handle).set_data(take(source)); });
}

KD_API int32_t kd_from_blob(void* data, const int64_t* sizes, int32_t ndim, int32_t dtype, void (*free_context)(void*), void* context,
                            void** result) {
    return guarded([&] {
        auto maker = at::for_blob(data, at::IntArrayRef(sizes, ndim));
        if (free_context != nullptr) {
            maker.deleter([free_context, context](void*) { free_context(context); });
        }
        *result = kd::give(maker.options(at::TensorOptions().dtype(static_cast<at::ScalarType>(dtype))).make_tensor());
    });
}

KD_API int32_t kd_backward(void** tensors, int32_t count, void** gradients, int32_t gradient_count, int32_t retain, int32_t create,
                           void** inputs, int32_t input_count) {
    return guarded([&] {
        torch::autograd::backward(kd::take_all(tensors, count), kd::take_all(gradients, gradient_count), retain != 0, create != 0,
                                  kd::take_all(inputs, input_count));
    });
}

KD_API int32_t kd_gradients(void** outputs, int32_t output_count, void** inputs, int32_t input_count, void** gradients,
                            int32_t gradient_count, int32_t retain, int32_t create, int32_t allow_unused, void** results) {
    return guarded([&] {
        auto found = torch::autograd::grad(kd::take_all(outputs, output_count), kd::take_all(inputs, input_count),
                                           kd::take_all(gradients, gradient_count), retain != 0, create != 0, allow_unused != 0);
        for (size_t i = 0; i < found.size(); ++i) {
            results[i] = kd::give(found[i]);
        }
    });
}

KD_API int32_t kd_grad_mode() { return c10::GradMode::is_enabled(); }
KD_API void kd_set_grad_mode(int32_t enabled) { c10::GradMode::set_enabled(enabled != 0); }
KD_API int32_t kd_inference_mode() { return c10::InferenceMode::is_enabled(); }
KD_API void* kd_enter_inference(int32_t enabled) { return new c10::InferenceMode(enabled != 0); }
KD_API void kd_leave_inference(void* guard) { delete static_cast<c10::InferenceMode*>(guard); }

KD_API int32_t kd_threads() { return at::get_num_threads(); }
KD_API int32_t kd_set_threads(int32_t count) { return guarded([&] { at::set_num_threads(count); }); }
KD_API int32_t kd_interop_threads() { return at::get_num_interop_threads(); }
KD_API int32_t kd_set_interop_threads(int32_t count) { return guarded([&] { at::set_num_interop_threads(count); }); }

KD_API int32_t kd_has_cuda() { return at::hasCUDA(); }
KD_API int32_t kd_cuda_devices() {
    int32_t count = 0;
    guarded([&] {
        if (at::hasCUDA() && c10::impl::hasDeviceGuardImpl(c10::DeviceType::CUDA)) {
            count = static_cast<int32_t>(c10::impl::VirtualGuardImpl(c10::DeviceType::CUDA).deviceCount());
        }
    });
    return count;
}
KD_API int32_t kd_cuda_synchronize(int32_t index) {
    return guarded([&] { at::detail::getCUDAHooks().deviceSynchronize(static_cast<c10::DeviceIndex>(index)); });
}

KD_API int32_t kd_default_dtype() { return static_cast<int32_t>(c10::typeMetaToScalarType(c10::get_default_dtype())); }

KD_API int32_t kd_set_default_dtype(int32_t type) {
    return guarded([&] { c10::set_default_dtype(c10::scalarTypeToTypeMeta(static_cast<c10::ScalarType>(type))); });
}

KD_API int64_t kd_storage_offset(void* tensor) { return static_cast<c10::TensorImpl*>(tensor)->storage_offset(); }

KD_API int32_t kd_seed_all(uint64_t seed) { return guarded([&] { at::manual_seed(seed); }); }

// A generator of its own, or (fresh = 0) a handle on the device's default one.
KD_API int32_t kd_generator_open(int64_t where, int32_t fresh, void** handle) {
    return guarded([&] {
        at::Generator found = at::globalContext().defaultGenerator(kd::device(where));
        *handle = (fresh != 0 ? found.clone() : found).unsafeReleaseGeneratorImpl();
    });
}

KD_API void kd_generator_release(void* handle) {
    guarded([&] { c10::intrusive_ptr<c10::GeneratorImpl>::reclaim(static_cast<c10::GeneratorImpl*>(handle)); });
}

KD_API int32_t kd_generator_seed(void* handle, uint64_t seed) {
    return guarded([&] {
        auto generator = kd::generator(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_current_seed(seed);
    });
}

KD_API int32_t kd_generator_random_seed(void* handle, uint64_t* seed) {
    return guarded([&] {
        auto generator = kd::generator(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        *seed = generator.seed();
    });
}

KD_API uint64_t kd_generator_current_seed(void* handle) { return kd::generator(handle).current_seed(); }

KD_API int32_t kd_generator_state(void* handle, void** state) {
    return guarded([&] {
        auto generator = kd::generator(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        *state = kd::give(generator.get_state());
    });
}

KD_API int32_t kd_generator_set_state(void* handle, void* state) {
    return guarded([&] {
        auto generator = kd::generator(handle);
        std::lock_guard<std::mutex> lock(generator.mutex());
        generator.set_state(take(state));
    });
}
