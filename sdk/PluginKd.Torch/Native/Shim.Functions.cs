using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Functions with gradients in C#, anomaly detection, and TorchScript.</summary>
internal static unsafe partial class Shim
{
    [LibraryImport(Library)]
    public static partial int kd_function(
        nint result, nint* inputs, int count, long context, delegate* unmanaged<long, nint, nint*, int, long> backward,
        delegate* unmanaged<long, void> release, int* attached, nint* recorded);

    [LibraryImport(Library)]
    public static partial int kd_anomaly();

    [LibraryImport(Library)]
    public static partial void kd_set_anomaly(int enabled, int checkNaN);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int kd_script_load(string file, long device, nint* script);

    [LibraryImport(Library)]
    public static partial int kd_script_load_bytes(byte* bytes, long count, long device, nint* script);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int kd_script_save(nint script, string file);

    [LibraryImport(Library)]
    public static partial void kd_script_release(nint script);

    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial int kd_script_call(
        nint script, string method, Value* arguments, int count, Value* results, int* resultCount, int* form);

    [LibraryImport(Library)]
    public static partial int kd_script_tensors(nint script, int which, byte** lines, nint** list, int* count);

    [LibraryImport(Library)]
    public static partial int kd_script_train(nint script, int on);

    [LibraryImport(Library)]
    public static partial int kd_script_is_training(nint script);

    [LibraryImport(Library)]
    public static partial int kd_script_to(nint script, long device, int hasDevice, int type);
}
