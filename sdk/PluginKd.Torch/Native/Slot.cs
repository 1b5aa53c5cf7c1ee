using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One parameter of an optimiser step; kd_slot in native/kdtorch.h.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct Slot
{
    public const long NoGradient = 0;
    public const long Done = 1;
    public const long LeftToCaller = 2;

    public nint Parameter;
    public nint State1;
    public nint State2;
    public nint State3;
    public double Step;
    public long Outcome;
}
