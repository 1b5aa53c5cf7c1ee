using TorchSharp.Modules;
using static TorchSharp.torch.nn;

namespace PluginKd.Models.Images;

/// <summary>Layers that the networks here share.</summary>
internal static class Layers
{
    /// <summary>A convolution without bias, as batch norm follows, that keeps height and width when its stride is 1; weights as He et al. (2015), arXiv:1502.01852, draw them.</summary>
    /// <param name="from">Planes of the input.</param>
    /// <param name="to">Planes of the output.</param>
    /// <param name="stride">Positions from one window to the next.</param>
    /// <param name="kernel">Height and width of a window, an odd number.</param>
    public static Conv2d Convolution(long from, long to, long stride = 1, long kernel = 3)
    {
        var layer = Conv2d(from, to, kernel, stride: stride, padding: kernel / 2, bias: false);
        init.kaiming_normal_(layer.weight!);
        return layer;
    }
}
