namespace PluginKd.Torch.Tests;

/// <summary>
/// The devices that tests run on: the processor, and the GPU where there is one. KDTORCH_TEST_DEVICES names others, as "cpu,cuda:1";
/// "cpu:0" is the processor again, treated as a foreign device.
/// </summary>
internal static class Devices
{
    private const string Reference = "cpu";

    public static string[] Names { get; } =
        Environment.GetEnvironmentVariable("KDTORCH_TEST_DEVICES")?.Split(',') ?? (cuda.is_available() ? [Reference, "cuda"] : [Reference]);

    /// <summary>Whether PyTorch's numbers were worked out there, so that the last bits and the stream of random numbers are the same.</summary>
    public static bool IsReference(string device) => device == Reference;

    /// <summary>Each row of a theory on each device; the device stands first.</summary>
    public static IEnumerable<object[]> Each(IEnumerable<object[]> rows) =>
        from device in Names
        from row in rows
        select (object[])[device, .. row];

    /// <summary>Tensors are made there until the result is disposed.</summary>
    public static IDisposable Use(string device)
    {
        set_default_device(new Device(device));
        return new Return();
    }

    /// <summary>The module where the test runs; away from the processor in double precision, as a GPU may round single products to ten bits.</summary>
    public static T Placed<T>(T module, string device)
        where T : nn.Module
    {
        if (!IsReference(device))
            module.to(new Device(device)).to(float64);
        return module;
    }

    /// <summary>The tensor beside a module that was <see cref="Placed{T}"/>.</summary>
    public static Tensor Placed(Tensor tensor, string device) =>
        IsReference(device) ? tensor : tensor.to(tensor.is_floating_point() ? float64 : tensor.dtype, new Device(device));

    private sealed class Return : IDisposable
    {
        public void Dispose() => set_default_device(CPU);
    }
}
