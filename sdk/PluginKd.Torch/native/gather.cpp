// The rows of a batch out of several tensors, by one index, in one call.
#include "support.h"

#include <ATen/Parallel.h>
#include <c10/core/GradMode.h>
#include <cstring>

namespace {

// Rows that lie one behind the other in main memory can be copied as bytes; everything else goes through the operator.
bool copies(const at::Tensor& source) {
    return source.device().is_cpu() && source.layout() == at::kStrided && source.dim() > 0 && source.is_contiguous() && !source.is_quantized() &&
           !source.is_conj() && !source.is_neg() && !(source.requires_grad() && c10::GradMode::is_enabled());
}

at::Tensor copied(const at::Tensor& source, const int64_t* rows, int64_t count) {
    std::vector<int64_t> shape = source.sizes().vec();
    const int64_t length = shape[0];
    shape[0] = count;
    at::Tensor result = at::empty(shape, source.options().requires_grad(false));
    const int64_t bytes = count == 0 ? 0 : static_cast<int64_t>(result.nbytes()) / count;
    const char* from = static_cast<const char*>(source.data_ptr());
    char* to = static_cast<char*>(result.data_ptr());
    for (int64_t i = 0; i < count; ++i) {
        TORCH_CHECK_INDEX(rows[i] >= 0 && rows[i] < length, "index ", rows[i], " is out of range: the tensor has ", length, " rows");
    }
    const auto copy = [&](int64_t begin, int64_t end) {
        for (int64_t i = begin; i < end; ++i) {
            std::memcpy(to + i * bytes, from + rows[i] * bytes, bytes);
        }
    };
    constexpr int64_t grain = 1 << 20;
    if (count * bytes <= grain) {
        copy(0, count);
    } else {
        at::parallel_for(0, count, std::max<int64_t>(1, grain / bytes), copy);
    }
    return result;
}

}  // namespace

KD_API int32_t kd_gather_rows(void* index, void** sources, int32_t count, void** results) {
    return kd::guarded([&] {
        const at::Tensor rows = kd::take(index);
        const bool plain = rows.scalar_type() == at::kLong && rows.device().is_cpu() && rows.dim() == 1 && rows.is_contiguous();
        std::vector<at::Tensor> found;
        found.reserve(count);
        for (int32_t k = 0; k < count; ++k) {
            const at::Tensor source = kd::take(sources[k]);
            found.push_back(plain && copies(source) ? copied(source, rows.data_ptr<int64_t>(), rows.numel()) : source.index_select(0, rows));
        }
        for (int32_t k = 0; k < count; ++k) {
            results[k] = kd::give(std::move(found[k]));
        }
    });
}
