namespace TorchSharp;

/// <summary>Moves modules between devices and element types, in place.</summary>
public static class ModuleExtensionMethods
{
    /// <summary>Moves parameters and buffers to a device.</summary>
    public static T to<T>(this T module, Device device, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, null, device);

    /// <inheritdoc cref="to{T}(T, Device, bool)" />
    public static T to<T>(this T module, string device, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, null, new Device(device));

    /// <summary>Turns floating-point parameters and buffers into another element type.</summary>
    public static T to<T>(this T module, ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, type, null);

    /// <summary>Moves to a device and into an element type.</summary>
    public static T to<T>(this T module, Device device, ScalarType type, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, type, device);

    /// <summary>Moves to main memory.</summary>
    public static T cpu<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, null, torch.CPU);

    /// <summary>Moves to an NVIDIA GPU.</summary>
    public static T cuda<T>(this T module, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, null, new Device(DeviceType.CUDA, deviceIndex));

    /// <summary>Turns parameters and buffers into double precision.</summary>
    public static T @double<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, ScalarType.Float64, null);

    /// <summary>Turns parameters and buffers into single precision.</summary>
    public static T @float<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, ScalarType.Float32, null);

    /// <summary>Converts the weights to half precision.</summary>
    public static T half<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, ScalarType.Float16, null);

    /// <summary>Converts the weights to 16 bits with the range of 32.</summary>
    public static T bfloat16<T>(this T module, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, ScalarType.BFloat16, null);

    /// <summary>Moves the weights to a device.</summary>
    public static T to<T>(this T module, DeviceType deviceType, int deviceIndex = -1, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, null, new Device(deviceType, deviceIndex));

    /// <summary>Moves the weights to where a tensor is, and converts them to its type.</summary>
    public static T to<T>(this T module, Tensor other, bool non_blocking = false)
        where T : torch.nn.Module => Converted(module, other.dtype, other.device);

    private static T Converted<T>(T module, ScalarType? type, Device? device)
        where T : torch.nn.Module
    {
        ArgumentNullException.ThrowIfNull(module);
        module.Convert(type, device);
        return module;
    }
}
