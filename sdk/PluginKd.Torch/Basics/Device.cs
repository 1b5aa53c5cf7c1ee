using System.Globalization;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Where a tensor lies: a kind of device and which one of that kind (-1: the current one).</summary>
    public sealed class Device : IEquatable<Device>
    {
        /// <summary>Reads "cpu", "cuda" or "cuda:1".</summary>
        /// <exception cref="ArgumentException">The text names no known device.</exception>
        public Device(string description)
        {
            ArgumentNullException.ThrowIfNull(description);
            var parts = description.Split(':');
            type = Enum.TryParse<DeviceType>(parts[0], true, out var kind)
                ? kind
                : throw new ArgumentException($"'{description}' names no device; known are cpu, cuda, cuda:N, mps and meta", nameof(description));
            index = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : -1;
        }

        /// <summary>A device of the kind that <paramref name="deviceType"/> names.</summary>
        public Device(string deviceType, int index = -1)
            : this(deviceType) => this.index = index;

        /// <summary>A device of a kind.</summary>
        public Device(DeviceType deviceType, int index = -1)
        {
            type = deviceType;
            this.index = index;
        }

        /// <summary>The NVIDIA GPU of that number.</summary>
        public Device(int index)
            : this(DeviceType.CUDA, index)
        {
        }

        /// <summary>The kind of device.</summary>
        public DeviceType type { get; }

        /// <summary>Which one of its kind, from 0; -1 is the current one.</summary>
        public int index { get; }

        internal long Packed => ((long)type << 32) | (uint)index;

        /// <summary>Reads "cpu", "cuda" or "cuda:1".</summary>
        public static implicit operator Device(string description) => new(description);

        /// <inheritdoc />
        public override string ToString() =>
            type.ToString().ToLowerInvariant() + (index >= 0 ? ":" + index.ToString(CultureInfo.InvariantCulture) : "");

        /// <inheritdoc />
        public bool Equals(Device? other) => other is not null && other.type == type && other.index == index;

        /// <inheritdoc />
        public override bool Equals(object? obj) => Equals(obj as Device);

        /// <inheritdoc />
        public override int GetHashCode() => HashCode.Combine(type, index);

        internal static Device Unpack(long packed) =>
            packed == 0 ? CPU : packed == uint.MaxValue ? CPU : new Device((DeviceType)(packed >> 32), (int)packed);
    }

    /// <summary>Reads "cpu", "cuda" or "cuda:1".</summary>
    public static Device device(string description) => new(description);

    /// <summary>The NVIDIA GPU of that number.</summary>
    public static Device device(int index) => new(index);

    /// <summary>A device of a kind.</summary>
    public static Device device(DeviceType deviceType, int index = -1) => new(deviceType, index);
}
