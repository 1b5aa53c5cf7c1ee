using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>One argument or result of an operator as it crosses to the shim: 16 bytes.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct Value
{
    [FieldOffset(0)]
    public ValueKind Kind;

    [FieldOffset(4)]
    public int Size;

    [FieldOffset(8)]
    public long Integer;

    [FieldOffset(8)]
    public double Number;

    [FieldOffset(8)]
    public nint Pointer;
}
