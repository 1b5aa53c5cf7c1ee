// Optimiser steps in one pass over each parameter, with the roundings of the unfused operator sequence.
#include "support.h"

#include <ATen/Parallel.h>
#include <ATen/Version.h>
#include <cmath>
#include <sstream>

namespace {

// ATen's vectorised kernels multiply and add with one rounding where the processor can, with two where it cannot.
struct Fused {
    static inline __attribute__((always_inline)) float muladd(float a, float b, float c) { return __builtin_fmaf(a, b, c); }
};
struct Separate {
    static inline __attribute__((always_inline)) float muladd(float a, float b, float c) {
        const float product = a * b;
        return product + c;
    }
};

bool aten_fuses() {
#if defined(__x86_64__)
    static const bool fuses = [] {
        const auto config = at::show_config();
        return config.find("CPU capability usage: AVX") != std::string::npos && __builtin_cpu_supports("fma");
    }();
    return fuses;
#else
    return true;
#endif
}

#if defined(__x86_64__)
#define KD_FUSED __attribute__((target("avx2,fma")))
#else
#define KD_FUSED
#endif

struct Sgd {
    float weight_decay, momentum, one_less_dampening, minus_rate;
    bool decays, has_momentum, first, nesterov, maximize;

    template <typename Math>
    inline __attribute__((always_inline)) void run(float* __restrict p, const float* __restrict g, float* __restrict b, int64_t n) const {
        for (int64_t i = 0; i < n; ++i) {
            float d = maximize ? -g[i] : g[i];
            d = decays ? Math::muladd(p[i], weight_decay, d) : d;
            if (has_momentum) {
                const float buffer = first ? d : Math::muladd(d, one_less_dampening, b[i] * momentum);
                b[i] = buffer;
                d = nesterov ? Math::muladd(buffer, momentum, d) : buffer;
            }
            p[i] = Math::muladd(d, minus_rate, p[i]);
        }
    }
};

struct Adam {
    float weight_decay, shrink, beta1, one_less_beta1, beta2, one_less_beta2, root_correction, epsilon, minus_step;
    bool decays, decoupled, maximize;

    template <typename Math>
    inline __attribute__((always_inline)) void run(float* __restrict p, const float* __restrict g, float* __restrict m, float* __restrict v,
                                                   float* __restrict top, int64_t n) const {
        for (int64_t i = 0; i < n; ++i) {
            float d = maximize ? -g[i] : g[i];
            float w = p[i];
            if (decays) {
                if (decoupled) {
                    w = w * shrink;
                } else {
                    d = Math::muladd(w, weight_decay, d);
                }
            }
            const float first = Math::muladd(d, one_less_beta1, m[i] * beta1);
            const float second = Math::muladd(one_less_beta2 * d, d, v[i] * beta2);
            m[i] = first;
            v[i] = second;
            float largest = second;
            if (top != nullptr) {
                largest = top[i] > second ? top[i] : second;
                top[i] = largest;
            }
            const float bottom = std::sqrt(largest) / root_correction + epsilon;
            p[i] = w + (minus_step * first) / bottom;
        }
    }
};

KD_FUSED void fused(const Sgd& s, float* p, const float* g, float* b, int64_t n) { s.run<Fused>(p, g, b, n); }
KD_FUSED void fused(const Adam& s, float* p, const float* g, float* m, float* v, float* top, int64_t n) {
    if (top == nullptr) {
        s.run<Fused>(p, g, m, v, nullptr, n);
    } else {
        s.run<Fused>(p, g, m, v, top, n);
    }
}

bool plain(const at::Tensor& t) {
    return t.scalar_type() == at::kFloat && t.device().is_cpu() && t.layout() == at::kStrided && t.is_contiguous();
}

// Runs `body(first, length)` over 0..n, on several threads where that pays.
template <typename Body>
void spread(int64_t n, const Body& body) {
    constexpr int64_t grain = 32768;
    if (n <= grain) {
        body(int64_t{0}, n);
    } else {
        at::parallel_for(0, n, grain, [&](int64_t begin, int64_t end) { body(begin, end - begin); });
    }
}

float* at_or_null(void* handle, int64_t offset) {
    return handle == nullptr ? nullptr : kd::take(handle).data_ptr<float>() + offset;
}

// Whether the pass can take this slot; the gradient comes along. Other dtypes, devices and layouts stay with the caller.
bool ready(kd_slot& slot, at::Tensor& parameter, at::Tensor& gradient) {
    parameter = kd::take(slot.parameter);
    gradient = parameter.grad();
    if (!gradient.defined()) {
        slot.outcome = 0;
        return false;
    }
    bool all_plain = plain(parameter) && plain(gradient) && gradient.sizes() == parameter.sizes();
    for (void* state : {slot.state1, slot.state2, slot.state3}) {
        if (state == nullptr) {
            continue;
        }
        const at::Tensor kept = kd::take(state);
        // The operators would broadcast one to the other, the pass read behind the end.
        if (kept.sizes() != parameter.sizes()) {
            std::ostringstream message;
            message << "the optimiser remembers a parameter of sizes " << kept.sizes() << ", which now has " << parameter.sizes();
            throw std::runtime_error(message.str());
        }
        all_plain = all_plain && plain(kept) && kept.scalar_type() == parameter.scalar_type();
    }
    slot.outcome = all_plain ? 1 : 2;
    return all_plain;
}

}  // namespace

// `first` of a slot's momentum buffer: step 1. A slot without momentum has no buffer.
KD_API int32_t kd_sgd_step(kd_slot* slots, int32_t count, double rate, double momentum, double dampening, double weight_decay,
                           int32_t nesterov, int32_t maximize) {
    return kd::guarded([&] {
        for (int32_t k = 0; k < count; ++k) {
            at::Tensor parameter, gradient;
            if (!ready(slots[k], parameter, gradient)) {
                continue;
            }
            const Sgd step{static_cast<float>(weight_decay), static_cast<float>(momentum), static_cast<float>(1 - dampening),
                           static_cast<float>(-rate), weight_decay != 0, momentum != 0, slots[k].step == 1, nesterov != 0, maximize != 0};
            float* p = parameter.data_ptr<float>();
            const float* g = gradient.data_ptr<float>();
            float* b = at_or_null(slots[k].state1, 0);
            spread(parameter.numel(), [&](int64_t at, int64_t n) {
                float* buffer = b == nullptr ? nullptr : b + at;
                aten_fuses() ? fused(step, p + at, g + at, buffer, n) : step.run<Separate>(p + at, g + at, buffer, n);
            });
            parameter.unsafeGetTensorImpl()->bump_version();
        }
    });
}

KD_API int32_t kd_adam_step(kd_slot* slots, int32_t count, double rate, double beta1, double beta2, double epsilon, double weight_decay,
                            int32_t decoupled, int32_t maximize) {
    return kd::guarded([&] {
        for (int32_t k = 0; k < count; ++k) {
            at::Tensor parameter, gradient;
            if (!ready(slots[k], parameter, gradient)) {
                continue;
            }
            const double correction1 = 1 - std::pow(beta1, slots[k].step), correction2 = 1 - std::pow(beta2, slots[k].step);
            const Adam step{static_cast<float>(weight_decay), static_cast<float>(1 - rate * weight_decay), static_cast<float>(beta1),
                            static_cast<float>(1 - beta1), static_cast<float>(beta2), static_cast<float>(1 - beta2),
                            static_cast<float>(std::sqrt(correction2)), static_cast<float>(epsilon),
                            static_cast<float>(-(rate / correction1)), weight_decay != 0, decoupled != 0, maximize != 0};
            float* p = parameter.data_ptr<float>();
            const float* g = gradient.data_ptr<float>();
            float *m = at_or_null(slots[k].state1, 0), *v = at_or_null(slots[k].state2, 0), *top = at_or_null(slots[k].state3, 0);
            spread(parameter.numel(), [&](int64_t at, int64_t n) {
                float* largest = top == nullptr ? nullptr : top + at;
                aten_fuses() ? fused(step, p + at, g + at, m + at, v + at, largest, n)
                             : step.run<Separate>(p + at, g + at, m + at, v + at, largest, n);
            });
            parameter.unsafeGetTensorImpl()->bump_version();
        }
    });
}

// Fills the gradients with zeros, or forgets them.
KD_API int32_t kd_zero_grads(void** parameters, int32_t count, int32_t set_to_none) {
    return kd::guarded([&] {
        for (int32_t k = 0; k < count; ++k) {
            at::Tensor parameter = kd::take(parameters[k]);
            at::Tensor gradient = parameter.grad();
            if (!gradient.defined()) {
                continue;
            }
            if (set_to_none != 0) {
                parameter.mutable_grad().reset();
                continue;
            }
            if (gradient.grad_fn() != nullptr) {
                gradient.detach_();
            } else {
                gradient.requires_grad_(false);
            }
            gradient.zero_();
        }
    });
}
