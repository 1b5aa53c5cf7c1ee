namespace PluginKd.Torch.Tests;

public sealed class DisposeScopeRoomTests
{
    [Fact]
    public void A_scope_that_stays_open_does_not_grow_with_what_comes_and_goes()
    {
        using var scope = NewDisposeScope();
        var room = scope.Room;
        var kept = ones(1);
        var state = ones(1);
        for (var i = 0; i < 5000; i++)
        {
            var next = state.add(1);
            state.Dispose();
            state = next;
        }

        Assert.Equal(2, scope.DisposablesCount);
        Assert.Equal(room, scope.Room);
        Assert.True(scope.Contains(kept) && scope.Contains(state));
        kept.Dispose();
        Assert.Equal(5001, state.ToSingle());
    }
}
