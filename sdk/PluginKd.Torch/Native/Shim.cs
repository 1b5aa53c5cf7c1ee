using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

[assembly: DisableRuntimeMarshalling]

namespace TorchSharp.Native;

/// <summary>The functions of libkdtorch.so; see native/kdtorch.h and the .cpp files beside it for what each does.</summary>
internal static unsafe partial class Shim
{
    private const string Library = TorchLibrary.ShimName;

    static Shim() => NativeLibrary.SetDllImportResolver(
        typeof(Shim).Assembly, static (name, _, _) => name == Library ? TorchLibrary.Load() : 0);

    [LibraryImport(Library)]
    public static partial nint kd_find(byte* name, byte* overload);

    [LibraryImport(Library)]
    public static partial int kd_call(nint handle, Value* arguments, int count, Value* results, int* resultCount);

    [LibraryImport(Library)]
    public static partial byte* kd_last_error();

    [LibraryImport(Library)]
    public static partial byte* kd_version();

    [LibraryImport(Library)]
    public static partial long kd_live_tensors();

    [LibraryImport(Library)]
    public static partial void kd_release(nint tensor);

    [LibraryImport(Library)]
    public static partial nint kd_alias(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int kd_dtype(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long kd_numel(nint tensor);

    [LibraryImport(Library)]
    public static partial int kd_is_leaf(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int kd_requires_grad(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int kd_is_contiguous(nint tensor);

    [LibraryImport(Library)]
    public static partial int kd_is_sparse(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int kd_is_inference(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial long kd_device_of(nint tensor);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int kd_shape(nint tensor, long** sizes);

    [LibraryImport(Library), SuppressGCTransition]
    public static partial int kd_strides(nint tensor, long** strides);

    [LibraryImport(Library)]
    public static partial int kd_data(nint tensor, void** data);

    [LibraryImport(Library)]
    public static partial int kd_set_requires_grad(nint tensor, int value);

    [LibraryImport(Library)]
    public static partial int kd_retain_grad(nint tensor);

    [LibraryImport(Library)]
    public static partial int kd_grad(nint tensor, nint* gradient);

    [LibraryImport(Library)]
    public static partial int kd_set_grad(nint tensor, nint gradient);

    [LibraryImport(Library)]
    public static partial int kd_set_data(nint tensor, nint source);

    [LibraryImport(Library)]
    public static partial int kd_from_blob(
        void* data, long* sizes, int ndim, int dtype, delegate* unmanaged<nint, void> free, nint context, nint* result);

    [LibraryImport(Library)]
    public static partial int kd_backward(
        nint* tensors, int count, nint* gradients, int gradientCount, int retain, int create, nint* inputs, int inputCount);

    [LibraryImport(Library)]
    public static partial int kd_gradients(
        nint* outputs, int outputCount, nint* inputs, int inputCount, nint* gradients, int gradientCount, int retain, int create,
        int allowUnused, nint* results);

    /// <summary>Turns the code of a failed call into an exception with libtorch's own words.</summary>
    public static void Check(int code, string what)
    {
        if (code != 0)
            throw Failure($"{what}: ");
    }

    /// <summary>The exception that fits libtorch's last words, with what was asked before them.</summary>
    public static TorchException Failure(string asked)
    {
        var reason = LastError();
        ManagedCall.Rethrow(reason);
        return Has("out of memory") || Has("not enough memory") || Has("can't allocate memory") ? new TorchOutOfMemoryException(asked + reason)
            : Has("on the same device") || Has("not on the expected device") || Has("with arguments from the") || Has("is not compiled with CUDA") || Has("CUDA is not available") ? new TorchDeviceException(asked + reason)
            : Has("a second time") ? new TorchGraphException(asked + reason)
            : Has("out of range") || Has("out of bounds") ? new TorchIndexException(asked + reason)
            : new TorchException(asked + reason);

        bool Has(string words) => reason.Contains(words, StringComparison.OrdinalIgnoreCase);
    }

    public static string LastError() => Marshal.PtrToStringUTF8((nint)kd_last_error()) ?? "";
}
