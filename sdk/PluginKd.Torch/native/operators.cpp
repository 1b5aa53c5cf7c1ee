// One entry for all operators: the schema is found once, each call passes a boxed stack to the dispatcher.
#include "values.h"

#include <ATen/core/dispatch/Dispatcher.h>
#include <ATen/core/stack.h>
#include <memory>
#include <optional>
#include <vector>

namespace {

// c10::optional up to libtorch 2.4, std::optional after it: let the header say which.
using OptionalTensors = decltype(std::declval<const c10::IValue&>().toOptionalTensorList());
using OptionalTensor = OptionalTensors::value_type;

// What the schema wants where C# can only say "a number".
enum class Wish : char { as_given, floating, tensor };

using Unary = at::Tensor(const at::Tensor&);
using Binary = at::Tensor(const at::Tensor&, const at::Tensor&);
using Scaled = at::Tensor(const at::Tensor&, const at::Tensor&, const at::Scalar&);

struct Operator {
    c10::OperatorHandle handle;
    std::vector<c10::IValue> defaults;
    std::vector<char> has_default;
    std::vector<Wish> wishes;
    // Where the signature is one of these, the call needs no stack.
    std::optional<c10::TypedOperatorHandle<Unary>> unary;
    std::optional<c10::TypedOperatorHandle<Binary>> binary;
    std::optional<c10::TypedOperatorHandle<Scaled>> scaled;
};

// Whether the schema is Tensors and at most one trailing Scalar to one Tensor, nothing written.
bool is_direct(const c10::FunctionSchema& schema) {
    const auto& arguments = schema.arguments();
    bool direct = schema.returns().size() == 1 && schema.returns()[0].type()->kind() == c10::TypeKind::TensorType && !arguments.empty() &&
                  arguments.size() <= 3 && !schema.is_vararg() && !schema.is_varret();
    for (size_t i = 0; i < arguments.size() && direct; ++i) {
        const auto* alias = arguments[i].alias_info();
        direct = (alias == nullptr || !alias->isWrite()) && (i == 2 || !arguments[i].kwarg_only()) &&
                 arguments[i].type()->kind() == c10::TypeKind::TensorType;
        if (i == 2) {
            const auto& value = arguments[i].default_value();
            direct = arguments[i].type()->kind() == c10::TypeKind::NumberType && value.has_value() && value->isScalar();
        }
    }
    return direct;
}

void find_direct(Operator& target) {
    const auto& schema = target.handle.schema();
    if (!is_direct(schema)) {
        return;
    }
    try {
        switch (schema.arguments().size()) {
            case 1: target.unary = target.handle.typed<Unary>(); break;
            case 2: target.binary = target.handle.typed<Binary>(); break;
            default: target.scaled = target.handle.typed<Scaled>(); break;
        }
    } catch (const c10::Error&) {
        // An operator of someone else, written with another C++ signature under the same schema: the stack serves it.
    }
}

// A tensor of the caller for the length of a call, without counting the reference.
class Borrowed {
  public:
    explicit Borrowed(const kd_value& value)
        : tensor(c10::intrusive_ptr<at::TensorImpl, c10::UndefinedTensorImpl>::reclaim(static_cast<at::TensorImpl*>(value.p))) {}
    ~Borrowed() { tensor.unsafeReleaseTensorImpl(); }
    Borrowed(const Borrowed&) = delete;
    Borrowed& operator=(const Borrowed&) = delete;
    const at::Tensor& operator*() const { return tensor; }

  private:
    at::Tensor tensor;
};

// Lists that a result points into; valid until the thread's next call.
thread_local std::vector<void*> result_tensors;
thread_local std::vector<int64_t> result_ints;
thread_local std::string result_text;
thread_local torch::jit::Stack spare_stack;

// A number in a tensor's place takes part in type promotion as a Python number does.
c10::IValue wrapped(const at::Scalar& number) {
    at::Tensor tensor = c10::scalar_to_tensor(number);
    tensor.unsafeGetTensorImpl()->set_wrapped_number(true);
    return tensor;
}

c10::IValue unpack(const kd_value& value, Wish wish) {
    if (wish == Wish::tensor && value.kind >= kd_int && value.kind <= kd_bool) {
        return value.kind == kd_double ? wrapped(value.d) : value.kind == kd_int ? wrapped(value.i) : wrapped(value.i != 0);
    }
    if (wish == Wish::floating && value.kind == kd_int) {
        return static_cast<double>(value.i);
    }
    c10::IValue plain;
    if (kd::unpack_plain(value, plain)) {
        return plain;
    }
    switch (value.kind) {
        case kd_string:
            return std::string(static_cast<const char*>(value.p), value.size);
        case kd_ints:
            return c10::IValue(at::ArrayRef<int64_t>(static_cast<const int64_t*>(value.p), value.size));
        case kd_doubles:
            return c10::IValue(at::ArrayRef<double>(static_cast<const double*>(value.p), value.size));
        case kd_bools: {
            c10::List<bool> list;
            for (int32_t i = 0; i < value.size; ++i) {
                list.push_back(static_cast<const uint8_t*>(value.p)[i] != 0);
            }
            return list;
        }
        case kd_tensors: {
            c10::List<at::Tensor> list;
            list.reserve(value.size);
            for (int32_t i = 0; i < value.size; ++i) {
                list.push_back(kd::take(static_cast<void**>(value.p)[i]));
            }
            return list;
        }
        case kd_optional_tensors: {
            OptionalTensors list;
            for (int32_t i = 0; i < value.size; ++i) {
                void* handle = static_cast<void**>(value.p)[i];
                list.push_back(handle == nullptr ? OptionalTensor() : OptionalTensor(kd::take(handle)));
            }
            return list;
        }
        case kd_device:
            return kd::device(value.i);
        case kd_generator:
            return at::Generator(c10::intrusive_ptr<c10::GeneratorImpl>::reclaim_copy(static_cast<c10::GeneratorImpl*>(value.p)));
        default:
            return c10::IValue();
    }
}

// The call without a stack, where the signature and the arguments given allow it.
bool call_direct(const Operator& target, const kd_value* arguments, int32_t count, kd_value& result) {
    if (count == 0 || arguments[0].kind != kd_tensor) {
        return false;
    }
    at::Tensor found;
    if (target.unary && count == 1) {
        found = target.unary->call(*Borrowed(arguments[0]));
    } else if (count < 2 || arguments[1].kind != kd_tensor) {
        return false;
    } else if (target.binary && count == 2) {
        found = target.binary->call(*Borrowed(arguments[0]), *Borrowed(arguments[1]));
    } else if (target.scaled && count == 2) {
        found = target.scaled->call(*Borrowed(arguments[0]), *Borrowed(arguments[1]), target.defaults[2].toScalar());
    } else if (target.scaled && arguments[2].kind == kd_double) {
        found = target.scaled->call(*Borrowed(arguments[0]), *Borrowed(arguments[1]), arguments[2].d);
    } else {
        return false;
    }
    result.p = kd::give(std::move(found));
    result.kind = result.p == nullptr ? kd_none : kd_tensor;
    result.size = 0;
    return true;
}

void pack(c10::IValue& value, kd_value& result) {
    if (kd::pack_plain(value, result)) {
        return;
    }
    if (value.isTensorList()) {
        for (const at::Tensor& tensor : value.toTensorVector()) {
            result_tensors.push_back(kd::give(tensor));
        }
        result.kind = kd_tensors;
        result.size = static_cast<int32_t>(result_tensors.size());
        result.p = result_tensors.data();
    } else if (value.isIntList()) {
        result_ints = value.toIntVector();
        result.kind = kd_ints;
        result.size = static_cast<int32_t>(result_ints.size());
        result.p = result_ints.data();
    } else if (value.isString()) {
        result_text = value.toStringRef();
        result.kind = kd_string;
        result.size = static_cast<int32_t>(result_text.size());
        result.p = &result_text[0];
    } else {
        throw std::runtime_error("a result of kind " + value.tagKind() + " cannot cross to C#");
    }
}

}  // namespace

// Finds an operator; null, without an error, where this libtorch does not have it.
KD_API void* kd_find(const char* name, const char* overload) {
    Operator* found = nullptr;
    kd::guarded([&] {
        auto handle = c10::Dispatcher::singleton().findSchema({name, overload});
        if (!handle.has_value()) {
            return;
        }
        auto target = std::make_unique<Operator>(Operator{*handle, {}, {}, {}, {}, {}, {}});
        for (const auto& argument : handle->schema().arguments()) {
            const auto& value = argument.default_value();
            target->defaults.push_back(value.has_value() ? *value : c10::IValue());
            target->has_default.push_back(value.has_value());
            const auto kind = argument.type()->kind();
            target->wishes.push_back(kind == c10::TypeKind::FloatType    ? Wish::floating
                                    : kind == c10::TypeKind::TensorType ? Wish::tensor
                                                                        : Wish::as_given);
        }
        find_direct(*target);
        found = target.release();
    });
    return found;
}

KD_API int32_t kd_call(void* handle, const kd_value* arguments, int32_t count, kd_value* results, int32_t* result_count) {
    return kd::guarded([&] {
        const auto& target = *static_cast<const Operator*>(handle);
        const size_t wanted = target.defaults.size();
        if (static_cast<size_t>(count) > wanted) {
            throw std::runtime_error("more arguments than the operator has");
        }
        if (call_direct(target, arguments, count, results[0])) {
            *result_count = 1;
            return;
        }
        // The thread's stack of last time; a call inside this one finds none and makes its own.
        torch::jit::Stack stack = std::move(spare_stack);
        stack.clear();
        stack.reserve(wanted);
        for (size_t i = 0; i < wanted; ++i) {
            if (i < static_cast<size_t>(count) && arguments[i].kind != kd_default) {
                stack.push_back(unpack(arguments[i], target.wishes[i]));
            } else if (target.has_default[i]) {
                stack.push_back(target.defaults[i]);
            } else {
                throw std::runtime_error("argument '" + target.handle.schema().arguments()[i].name() + "' is missing");
            }
        }
        target.handle.callBoxed(&stack);
        if (stack.size() > static_cast<size_t>(*result_count)) {
            throw std::runtime_error("more results than there is room for");
        }
        result_tensors.clear();
        for (size_t i = 0; i < stack.size(); ++i) {
            pack(stack[i], results[i]);
        }
        *result_count = static_cast<int32_t>(stack.size());
        stack.clear();
        spare_stack = std::move(stack);
    });
}
