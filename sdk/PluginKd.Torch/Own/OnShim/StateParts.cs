namespace PluginKd.Torch;

/// <summary>Parts of a <see cref="ParameterState" />.</summary>
[Flags]
internal enum StateParts
{
    None = 0,
    First = 1,
    Second = 2,
    Largest = 4,
}
