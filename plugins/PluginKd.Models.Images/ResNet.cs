namespace PluginKd.Models.Images;

/// <summary>A residual network for images of about 32 × 32 pixels: a convolution, three groups of n blocks, the mean over positions, class scores.</summary>
/// <remarks>
/// <para>Formula of a block: <c>y = relu(bn(conv(relu(bn(conv(x))))) + s(x))</c>; <c>s</c> is the identity, and where maps get smaller every second
/// position of x with planes of zeros around its channels (option A). Depth 6n + 2.</para>
/// <para>Signals: <c>logits</c> [N, C], <c>embedding</c> [N, 4·width], <c>hidden.0</c> to <c>hidden.2</c> [N, planes, H, W], outputs of the groups after relu.</para>
/// <para>Source: He, Zhang, Ren and Sun (2016), arXiv:1512.03385, section 4.2. Departures: none; parameters are named as in the usual
/// PyTorch implementation, so its checkpoints fit.</para>
/// </remarks>
/// <param name="settings">Depth and width.</param>
[KdPlugin("resnet", Settings = typeof(ResNetSettings))]
public sealed class ResNet(ResNetSettings settings) : IModel
{
    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes => ImageShape.Takes(settings.RowsAs);

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } =
        [SignalNames.Logits, SignalNames.Embedding, .. Enumerable.Range(0, ResNetNetwork.Groups).Select(SignalNames.Hidden)];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (settings.Depth % 6 != 2)
            throw new UserErrorException($"the depth is {settings.Depth}", "6n + 2, such as 20, 32, 44, 56 or 110", "depth of model 'resnet'",
                $"set it to {(settings.Depth / 6 * 6) + 2}");
        if (settings.Width % 2 != 0)
            throw new UserErrorException($"the width is {settings.Width}", "an even number: half of it is padded on each side", "width of model 'resnet'",
                $"set it to {settings.Width + 1}");
        return new ResNetNetwork(ImageShape.Of(request, settings.RowsAs, "resnet"), request.Outputs, settings);
    }
}
