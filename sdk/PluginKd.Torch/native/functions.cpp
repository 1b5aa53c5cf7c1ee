// Functions whose gradient is computed by the caller, and anomaly detection.
#include "support.h"

#include <torch/csrc/autograd/anomaly_mode.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/utils.h>
#include <torch/csrc/autograd/saved_variable.h>

namespace {

// Computes gradients: one owned handle for each input, or null. Returns 0, or the number of an exception kept by the caller.
using Backward = int64_t (*)(int64_t context, void* gradient, void** gradients, int32_t count);
using Release = void (*)(int64_t context);

struct Calling : torch::autograd::Node {
    Calling(int64_t context, Backward backward, Release release) : context(context), backward(backward), release(release) {}
    ~Calling() override { let_go(); }

    torch::autograd::variable_list apply(torch::autograd::variable_list&& gradients) override {
        if (released) {
            throw std::runtime_error(torch::autograd::ERR_BACKWARD_TWICE);
        }
        at::Tensor gradient = gradients[0].defined() ? gradients[0] : input_metadata(0).zeros_like();
        std::vector<void*> handles(num_outputs(), nullptr);
        const int64_t failed = backward(context, kd::give(gradient), handles.data(), static_cast<int32_t>(handles.size()));
        torch::autograd::variable_list results;
        for (void* handle : handles) {
            if (handle == nullptr) {
                results.emplace_back();
                continue;
            }
            kd::live.fetch_sub(1, std::memory_order_relaxed);
            results.emplace_back(c10::intrusive_ptr<at::TensorImpl>::reclaim(static_cast<at::TensorImpl*>(handle)));
        }
        if (failed != 0) {
            throw std::runtime_error("managed exception " + std::to_string(failed) + " in backward");
        }
        return results;
    }

    void release_variables() override { let_go(); }
    std::string name() const override { return "ManagedFunction"; }

private:
    void let_go() {
        if (!released) {
            released = true;
            release(context);
        }
    }

    int64_t context;
    Backward backward;
    Release release;
    bool released = false;
};

}  // namespace

// Makes `result`, computed from `inputs` without recording, the recorded result of a function. `attached` tells whether any
// input asked for it; if not, the context is the caller's to release.
KD_API int32_t kd_function(void* result, void** inputs, int32_t count, int64_t context, Backward backward, Release release,
                           int32_t* attached, void** recorded) {
    return kd::guarded([&] {
        const auto from = kd::take_all(inputs, count);
        at::Tensor to = kd::take(result).detach();
        bool wanted = false;
        for (const auto& input : from) {
            wanted = wanted || input.requires_grad();
        }
        *attached = c10::GradMode::is_enabled() && wanted && torch::autograd::isDifferentiableType(to.scalar_type());
        if (*attached != 0) {
            std::shared_ptr<Calling> node(new Calling(context, backward, release), torch::autograd::deleteNode);
            node->set_next_edges(torch::autograd::collect_next_edges(from));
            torch::autograd::set_history(to, node);
        }
        *recorded = kd::give(std::move(to));
    });
}

KD_API int32_t kd_anomaly() {
    using Mode = torch::autograd::AnomalyMode;
    return (Mode::is_enabled() ? 1 : 0) | (Mode::should_check_nan() ? 2 : 0);
}

KD_API void kd_set_anomaly(int32_t enabled, int32_t check_nan) {
    torch::autograd::AnomalyMode::set_enabled(enabled != 0, check_nan != 0);
}
