// Clipping of the gradients' common norm, with the roundings of PyTorch's own operator sequence.
#include "support.h"

#include <ATen/Parallel.h>

namespace {

bool plain(const at::Tensor& t) {
    return t.scalar_type() == at::kFloat && t.device().is_cpu() && t.layout() == at::kStrided && t.is_non_overlapping_and_dense();
}

void scale(at::Tensor& gradient, const at::Tensor& share, float factor) {
    if (!plain(gradient)) {
        gradient.mul_(share.to(gradient.device()));
        return;
    }
    float* g = gradient.data_ptr<float>();
    at::parallel_for(0, gradient.numel(), 65536, [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            g[i] *= factor;
        }
    });
    gradient.unsafeGetTensorImpl()->bump_version();
}

at::Tensor norm_of(const at::Tensor& t, double kind) { return std::isinf(kind) ? t.abs().max() : t.norm(kind); }

}  // namespace

// The gradients are read from the parameters; `total` is the norm that they had, 0 where there is none.
KD_API int32_t kd_clip_norm(void** parameters, int32_t count, double most, double kind, double* total) {
    return kd::guarded([&] {
        c10::NoGradGuard quiet;
        std::vector<at::Tensor> gradients, norms;
        for (int32_t k = 0; k < count; ++k) {
            at::Tensor gradient = kd::take(parameters[k]).grad();
            if (gradient.defined()) {
                norms.push_back(norm_of(gradient, kind));
                if (norms.back().device() != norms.front().device()) {
                    norms.back() = norms.back().to(norms.front().device());
                }
                gradients.push_back(std::move(gradient));
            }
        }
        *total = 0;
        if (gradients.empty()) {
            return;
        }
        const at::Tensor norm = norm_of(at::stack(norms), kind);
        const at::Tensor share = (norm + 1e-6).reciprocal().mul(most).clamp_max(1.0);
        *total = norm.item<double>();
        const double factor = share.item<double>();
        // Multiplying by 1 changes no bit: a pass over all gradients is saved.
        if (factor != 1) {
            for (at::Tensor& gradient : gradients) {
                scale(gradient, share, static_cast<float>(factor));
            }
        }
    });
}
