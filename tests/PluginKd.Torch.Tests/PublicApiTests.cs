using PluginKd.Testing;

namespace PluginKd.Torch.Tests;

public sealed class PublicApiTests
{
    /// <summary>A change shows as a text difference; who agrees renames the received file to the verified one.</summary>
    [Fact]
    public void Is_what_was_approved() => Snapshot.Match(PublicApi.Of(typeof(Tensor).Assembly));
}
