using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>PyTorch's default first weights, drawn in PyTorch's order.</summary>
internal static class FirstWeights
{
    public static Parameter Empty(long[] shape, Device? device, ScalarType? type)
    {
        using var data = empty(shape, type, device);
        return new Parameter(data);
    }

    public static Parameter Filled(long[] shape, double value, Device? device, ScalarType? type)
    {
        using var data = full(shape, value, type ?? get_default_dtype(), device);
        return new Parameter(data);
    }

    /// <summary>Weights of Linear and convolutions.</summary>
    public static void Spread(Parameter weight) => nn.init.kaiming_uniform_(weight, Math.Sqrt(5));

    /// <summary>Bias of Linear and convolutions.</summary>
    public static void SpreadBias(Parameter bias, long fanIn)
    {
        var bound = fanIn > 0 ? 1 / Math.Sqrt(fanIn) : 0;
        nn.init.uniform_(bias, -bound, bound);
    }

    /// <summary>Rows of embeddings: normal numbers, with zeros for the padding.</summary>
    public static Parameter Rows(long rows, long columns, long? padding, Device? device, ScalarType? type)
    {
        var weight = Empty([rows, columns], device, type);
        nn.init.normal_(weight);
        if (padding is long row)
        {
            using var guard = no_grad();
            using var view = weight[row];
            nn.init.zeros_(view);
        }

        return weight;
    }
}
