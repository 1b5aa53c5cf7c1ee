using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    private static Device? s_defaultDevice;

    /// <summary>The element type of floating tensors that are made without one.</summary>
    public static ScalarType get_default_dtype() => (ScalarType)Shim.kd_default_dtype();

    /// <summary>Sets the element type of floating tensors that are made without one; for the whole process.</summary>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!IsFloating(dtype))
            throw new ArgumentException($"the default type must be a floating one, not {dtype}", nameof(dtype));
        Shim.Check(Shim.kd_set_default_dtype((int)dtype), "torch.set_default_dtype");
    }

    /// <summary>Where tensors are made that no place is said for.</summary>
    public static Device get_default_device() => s_defaultDevice ?? CPU;

    /// <summary>Sets where tensors are made that no place is said for; for the whole process.</summary>
    public static void set_default_device(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        s_defaultDevice = device.type == DeviceType.CPU ? null : device;
    }

    /// <inheritdoc cref="set_default_device(Device)" />
    public static void set_default_device(string device) => set_default_device(new Device(device));

    /// <summary>A device, <c>torch.device("cuda", 1)</c>.</summary>
    public static Device device(string deviceType, int index = -1) => new(deviceType, index);

    /// <summary>Makes sure that a kind of device can be used.</summary>
    /// <exception cref="InvalidOperationException">It cannot be used here.</exception>
    public static void InitializeDeviceType(DeviceType deviceType)
    {
        if (!TryInitializeDeviceType(deviceType))
            throw new InvalidOperationException($"this libtorch ({TorchLibrary.Version}) finds no device {deviceType} on this machine");
    }

    /// <summary>Whether a kind of device can be used.</summary>
    public static bool TryInitializeDeviceType(DeviceType deviceType) => deviceType switch
    {
        DeviceType.CPU or DeviceType.META => true,
        DeviceType.CUDA => cuda.is_available(),
        _ => false,
    };

    /// <summary>The device given, or the default one; made sure that it can be used.</summary>
    public static Device InitializeDevice(Device? device)
    {
        var place = device ?? get_default_device();
        InitializeDeviceType(place.type);
        return place;
    }

    // Null leaves libtorch's own choice, the processor, so that nothing is looked up where no default was set.
    private static Device? Placed(Device? device) => device ?? s_defaultDevice;
}
