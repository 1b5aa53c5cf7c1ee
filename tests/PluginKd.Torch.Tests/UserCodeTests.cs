namespace PluginKd.Torch.Tests;

public sealed class UserCodeTests
{
    [Fact]
    public void A_user_of_TorchSharp_trains_saves_and_loads()
    {
        var file = Path.GetTempFileName();
        var losses = UserCode.Train(file, 40);
        Assert.All(losses, loss => Assert.True(double.IsFinite(loss)));
        Assert.True(losses[^5..].Average() < 0.7 * losses[0], $"{losses[0]} → {losses[^1]}");
        using var scope = NewDisposeScope();
        using var encoder = new UserCode.Encoder(20, 6, 8, 2, 3);
        encoder.load(file);
        encoder.eval();
        Assert.Equal([2L, 3L], encoder.call(ones([2, 6], int64)).shape);
        Assert.Contains("blocks.1.feed.down.weight", encoder.state_dict().Keys);
        File.Delete(file);
    }
}
