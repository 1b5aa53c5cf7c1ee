namespace PluginKd.Torch.Tests;

public sealed class CopiedLayerTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Copies_of_a_layer_are_like_it()
    {
        var encoded = nn.TransformerEncoderLayer(4, 2, 6).@double();
        encoded.eval();
        encoded.parameters().First().requires_grad = false;
        Same(encoded, nn.TransformerEncoder(encoded, 2));
        var decoded = nn.TransformerDecoderLayer(4, 2, 6).@double();
        Same(decoded, nn.TransformerDecoder(decoded, 2));

        static void Same(nn.Module layer, nn.Module stack)
        {
            var given = layer.parameters().ToArray();
            var copies = stack.parameters().ToArray();
            Assert.Equal(2 * given.Length, copies.Length);
            for (var i = 0; i < copies.Length; i++)
            {
                var (one, other) = (given[i % given.Length], copies[i]);
                Assert.Equal((one.dtype, one.device.type, one.requires_grad), (other.dtype, other.device.type, other.requires_grad));
                Assert.Equal(one.detach(), other.detach());
            }

            Assert.Equal(layer.training, stack.named_modules().Last().module.training);
        }
    }

    public void Dispose() => _scope.Dispose();
}
