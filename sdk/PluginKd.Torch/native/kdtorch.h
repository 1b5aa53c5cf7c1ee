// The C ABI between PluginKd.Torch and libtorch. Tensors cross as owned c10::TensorImpl*, exceptions as a return code.
#pragma once
#include <cstdint>

#define KD_API extern "C" __attribute__((visibility("default")))

// What a kd_value holds. The numbers are repeated in Native/ValueKind.cs.
enum kd_kind : int32_t {
    kd_none = 0,
    kd_tensor = 1,            // p: TensorImpl*; borrowed as an argument, owned as a result
    kd_int = 2,               // i; also dtype, layout and memory format
    kd_double = 3,            // d
    kd_bool = 4,              // i
    kd_string = 5,            // p: UTF-8, size bytes
    kd_ints = 6,              // p: int64_t[size]
    kd_doubles = 7,           // p: double[size]
    kd_tensors = 8,           // p: TensorImpl*[size]
    kd_optional_tensors = 9,  // as kd_tensors, null for "none"
    kd_bools = 10,            // p: uint8_t[size]
    kd_device = 11,           // i: type in the high half, index in the low half
    kd_generator = 12,        // p: GeneratorImpl*, borrowed
    kd_default = 13           // the default of the operator's schema
};

struct kd_value {
    int32_t kind;
    int32_t size;
    union {
        int64_t i;
        double d;
        void* p;
    };
};
static_assert(sizeof(kd_value) == 16, "kd_value crosses to C# as 16 bytes");

// One parameter of an optimiser step. The caller owns `state1` to `state3`; the gradient is read from `parameter`.
struct kd_slot {
    void* parameter;
    void* state1;      // SGD: momentum buffer. Adam: first moment
    void* state2;      // Adam: second moment
    void* state3;      // Adam: largest second moment (AMSGrad), or null
    double step;       // number of this step, from 1
    int64_t outcome;   // out: 0 no gradient, 1 done, 2 left to the caller
};
