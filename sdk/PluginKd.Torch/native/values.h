// What operators and scripts share: plain values on their way in and out.
#pragma once
#include "support.h"

#include <ATen/core/ivalue.h>

namespace kd {

inline c10::Device device(int64_t packed) {
    return c10::Device(static_cast<c10::DeviceType>(packed >> 32), static_cast<c10::DeviceIndex>(packed & 0xffffffff));
}

// Tensors, numbers, truth values and none; what needs more is left to the caller.
inline bool unpack_plain(const kd_value& value, c10::IValue& plain) {
    switch (value.kind) {
        case kd_tensor: plain = take(value.p); return true;
        case kd_int: plain = value.i; return true;
        case kd_double: plain = value.d; return true;
        case kd_bool: plain = value.i != 0; return true;
        case kd_none: plain = c10::IValue(); return true;
        default: return false;
    }
}

// The same on the way back; the tensor is taken out of the value.
inline bool pack_plain(c10::IValue& value, kd_value& result) {
    result.kind = kd_none;
    result.size = 0;
    result.i = 0;
    if (value.isTensor()) {
        result.p = give(std::move(value).toTensor());
        result.kind = result.p == nullptr ? kd_none : kd_tensor;
    } else if (value.isInt()) {
        result.kind = kd_int;
        result.i = value.toInt();
    } else if (value.isDouble()) {
        result.kind = kd_double;
        result.d = value.toDouble();
    } else if (value.isBool()) {
        result.kind = kd_bool;
        result.i = value.toBool();
    } else {
        return value.isNone();
    }
    return true;
}

}  // namespace kd
