// Counts the floating-point operations of matrix products, convolutions and recurrent layers while they are called.
// libtorch is built with it, and RecordFunction has another layout without.
#ifndef NDEBUG
#define NDEBUG
#endif
#include "support.h"

#include <ATen/record_function.h>
#include <cstring>

namespace {

thread_local int64_t total = 0;
thread_local int64_t inside = 0;  // operators that were counted whole, so that what they call is not
thread_local at::CallbackHandle handle = 0;

using Inputs = c10::ArrayRef<const c10::IValue>;

const at::Tensor& tensor_at(Inputs inputs, size_t place) { return inputs[place].toTensor(); }

// [..., n, k] times [..., k, m], the latter as wide as its last dimension says.
int64_t product(const at::Tensor& a, const at::Tensor& b) { return b.dim() < 2 ? 2 * a.numel() : 2 * a.numel() * b.size(-1); }

int64_t convolution(Inputs in) {
    const at::Tensor &x = tensor_at(in, 0), &w = tensor_at(in, 1);
    const auto stride = in[3].toIntVector(), padding = in[4].toIntVector(), dilation = in[5].toIntVector();
    int64_t places = 1;
    for (int64_t i = 0; i < w.dim() - 2; ++i) {
        const int64_t length = x.size(x.dim() - w.dim() + 2 + i);
        const auto of = [i](const std::vector<int64_t>& list) { return list[list.size() == 1 ? 0 : i]; };
        places *= in[6].toBool() ? length : (length + 2 * of(padding) - of(dilation) * (w.size(i + 2) - 1) - 1) / of(stride) + 1;
    }
    return 2 * (x.dim() == w.dim() ? x.size(0) : 1) * places * w.numel();
}

int64_t attention(Inputs in) {
    const at::Tensor &query = tensor_at(in, 0), &key = tensor_at(in, 1), &value = tensor_at(in, 2);
    const int64_t scores = query.numel() / query.size(-1) * key.size(-2);
    return 2 * scores * (query.size(-1) + value.size(-1));
}

// Each row of the input meets every matrix of the layer once.
int64_t rows_times(const at::Tensor& x, int64_t weights) { return x.size(-1) == 0 ? 0 : 2 * (x.numel() / x.size(-1)) * weights; }

int64_t cudnn_layers(Inputs in) {
    int64_t weights = 0;
    for (const at::Tensor& w : in[1].toTensorVector()) {
        weights += w.dim() == 2 ? w.numel() : 0;
    }
    return rows_times(tensor_at(in, 0), weights);
}

// Operations of one call, or -1 for an operator that does none of its own.
int64_t operations(const char* name, Inputs in) {
    const auto is = [name](const char* other) { return std::strcmp(name, other) == 0; };
    if (is("aten::mm") || is("aten::bmm") || is("aten::mv") || is("aten::dot")) return product(tensor_at(in, 0), tensor_at(in, 1));
    if (is("aten::addmm") || is("aten::baddbmm") || is("aten::addmv") || is("aten::addbmm")) return product(tensor_at(in, 1), tensor_at(in, 2));
    if (is("aten::convolution")) return convolution(in);
    if (is("aten::mkldnn_rnn_layer")) return rows_times(tensor_at(in, 0), tensor_at(in, 1).numel() + tensor_at(in, 2).numel());
    if (is("aten::_cudnn_rnn")) return cudnn_layers(in);
    if (std::strncmp(name, "aten::_scaled_dot_product", 25) == 0) return attention(in);
    return -1;
}

struct Counted : at::ObserverContext {};

std::unique_ptr<at::ObserverContext> begin(const at::RecordFunction& call) {
    if (inside > 0) {
        ++inside;
        return std::make_unique<Counted>();
    }
    const int64_t found = operations(call.name(), call.inputs());
    if (found < 0) {
        return nullptr;
    }
    total += found;
    ++inside;
    return std::make_unique<Counted>();
}

void end(const at::RecordFunction&, at::ObserverContext* counted) {
    if (counted != nullptr) {
        --inside;
    }
}

}  // namespace

// Begins to count what this thread calls.
KD_API int32_t kd_flops_start() {
    return kd::guarded([] {
        TORCH_CHECK(handle == 0, "operations are being counted already");
        total = inside = 0;
        handle = at::addThreadLocalCallback(at::RecordFunctionCallback(&begin, &end).needsInputs(true).scopes({at::RecordScope::FUNCTION}));
    });
}

KD_API int64_t kd_flops_stop() {
    at::removeCallback(handle);
    handle = 0;
    return total;
}
