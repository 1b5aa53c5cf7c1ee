// TorchScript: modules saved by Python, loaded and called.
#include "values.h"

#include <sstream>
#include <torch/csrc/jit/api/module.h>
#include <torch/csrc/jit/serialization/import.h>

namespace {

using torch::jit::Module;

thread_local std::string names;
thread_local std::vector<void*> handles;

c10::IValue unpack(const kd_value& value) {
    c10::IValue plain;
    if (!kd::unpack_plain(value, plain)) {
        throw std::runtime_error("a script takes tensors, numbers, truth values and nothing else");
    }
    return plain;
}

void pack(c10::IValue& value, kd_value& result) {
    if (!kd::pack_plain(value, result)) {
        throw std::runtime_error("a script's result of kind " + value.tagKind() + " cannot cross to C#");
    }
}

Module& module_of(void* script) { return *static_cast<Module*>(script); }

template <typename List>
void collect(const List& list) {
    for (const auto& entry : list) {
        names += entry.name;
        names += '\n';
        handles.push_back(kd::give(entry.value));
    }
}

}  // namespace

KD_API int32_t kd_script_load(const char* file, int64_t where, void** script) {
    return kd::guarded([&] { *script = new Module(torch::jit::load(std::string(file), kd::device(where))); });
}

KD_API int32_t kd_script_load_bytes(const char* bytes, int64_t count, int64_t where, void** script) {
    return kd::guarded([&] {
        std::istringstream stream(std::string(bytes, static_cast<size_t>(count)));
        *script = new Module(torch::jit::load(stream, kd::device(where)));
    });
}

KD_API int32_t kd_script_save(void* script, const char* file) {
    return kd::guarded([&] { module_of(script).save(std::string(file)); });
}

KD_API void kd_script_release(void* script) { delete static_cast<Module*>(script); }

// `form` tells what came: 0 one value, 1 a tuple, 2 a list.
KD_API int32_t kd_script_call(void* script, const char* method, const kd_value* arguments, int32_t count, kd_value* results,
                              int32_t* result_count, int32_t* form) {
    return kd::guarded([&] {
        std::vector<c10::IValue> inputs;
        for (int32_t i = 0; i < count; ++i) {
            inputs.push_back(unpack(arguments[i]));
        }
        const c10::IValue answer = module_of(script).get_method(method)(std::move(inputs));
        std::vector<c10::IValue> parts{answer};
        *form = 0;
        if (answer.isTuple()) {
            const auto& elements = answer.toTupleRef().elements();
            parts.assign(elements.begin(), elements.end());
            *form = 1;
        } else if (answer.isTensorList()) {
            parts.clear();
            for (const at::Tensor& tensor : answer.toTensorVector()) {
                parts.emplace_back(tensor);
            }
            *form = 2;
        }
        if (parts.size() > static_cast<size_t>(*result_count)) {
            throw std::runtime_error("more results than there is room for");
        }
        for (size_t i = 0; i < parts.size(); ++i) {
            pack(parts[i], results[i]);
        }
        *result_count = static_cast<int32_t>(parts.size());
    });
}

// Parameters (0) or buffers (1): names, a line each, and owned handles; valid until the thread's next call.
KD_API int32_t kd_script_tensors(void* script, int32_t which, const char** lines, void*** list, int32_t* count) {
    return kd::guarded([&] {
        names.clear();
        handles.clear();
        if (which == 0) {
            collect(module_of(script).named_parameters());
        } else {
            collect(module_of(script).named_buffers());
        }
        *lines = names.c_str();
        *list = handles.data();
        *count = static_cast<int32_t>(handles.size());
    });
}

KD_API int32_t kd_script_train(void* script, int32_t on) {
    return kd::guarded([&] { module_of(script).train(on != 0); });
}

KD_API int32_t kd_script_is_training(void* script) {
    int32_t training = 0;
    kd::guarded([&] { training = module_of(script).is_training(); });
    return training;
}

KD_API int32_t kd_script_to(void* script, int64_t where, int32_t has_device, int32_t dtype) {
    return kd::guarded([&] {
        if (has_device != 0) {
            module_of(script).to(kd::device(where));
        }
        if (dtype >= 0) {
            module_of(script).to(static_cast<at::ScalarType>(dtype));
        }
    });
}
