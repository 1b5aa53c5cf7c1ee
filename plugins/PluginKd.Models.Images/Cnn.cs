namespace PluginKd.Models.Images;

/// <summary>A small convolutional network: convolution, batch norm and relu a layer, maximum over 2 × 2 pixels between layers, the mean over positions, class scores.</summary>
/// <remarks>
/// <para>Formula: <c>h_k = relu(bn(conv_k(pool(h_{k−1}))))</c>, <c>z = W·dropout(mean over positions of h_last) + b</c>; maps of one pixel a side are pooled no further.</para>
/// <para>Signals: <c>logits</c> [N, C], <c>embedding</c> [N, D], <c>hidden.k</c> [N, channels, H, W] of each layer k from 0.</para>
/// <para>Source: there is no paper to depart from; batch norm is that of Ioffe and Szegedy (2015), arXiv:1502.03167, the mean over positions that of
/// Lin, Chen and Yan (2014), arXiv:1312.4400, section 3.2.</para>
/// </remarks>
/// <param name="settings">Channels, window, dropout.</param>
[KdPlugin("cnn", Settings = typeof(CnnSettings))]
public sealed class Cnn(CnnSettings settings) : IModel
{
    /// <inheritdoc />
    public IReadOnlyList<Modality> Takes => ImageShape.Takes(settings.RowsAs);

    /// <inheritdoc />
    public IReadOnlyList<string> Signals { get; } =
        [SignalNames.Logits, SignalNames.Embedding, .. Enumerable.Range(0, settings.Channels.Count).Select(SignalNames.Hidden)];

    /// <inheritdoc />
    public Network Create(ModelRequest request)
    {
        if (settings.Channels.Count == 0 || settings.Channels.Any(channels => channels < 1))
            throw new UserErrorException("model 'cnn' has no layers, or one without channels", "at least one number of 1 or more", "channels of model 'cnn'", "correct the list");
        if (settings.Kernel % 2 == 0)
            throw new UserErrorException($"the kernel is {settings.Kernel}", "an odd number, so that a window has a middle", "kernel of model 'cnn'", $"set it to {settings.Kernel + 1}");
        return new CnnNetwork(ImageShape.Of(request, settings.RowsAs, "cnn"), request.Outputs, settings);
    }
}
