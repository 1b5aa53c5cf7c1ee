namespace PluginKd.Torch;

internal sealed unsafe partial class SafeTensorsMapping
{
    /// <summary>A copy of what lies in the file: TorchSharp has no tensors over memory that is not an array's.</summary>
    public Tensor Read(SafeTensorsEntry entry, long start)
    {
        const int Chunk = 1 << 22;
        var tensor = torch.empty(entry.Shape.ToArray(), entry.Type);
        using var scope = torch.NewDisposeScope();
        var (flat, width) = (tensor.view(-1), entry.Type.ElementSize());
        for (var at = 0L; at < flat.numel(); at += Chunk)
        {
            var part = flat.narrow(0, at, Math.Min(Chunk, flat.numel() - at)).bytes;
            new ReadOnlySpan<byte>(Data + start + entry.Begin + (at * width), part.Length).CopyTo(part);
        }

        return tensor;
    }
}
