namespace PluginKd.Torch.Tests;

public sealed class DisposeScopeTests
{
    [Fact]
    public void A_training_loop_leaves_no_tensor_behind()
    {
        var start = Settled();
        using (var net = nn.Sequential(nn.Linear(4, 8), nn.ReLU(), nn.Linear(8, 2)))
        using (var optimizer = optim.SGD(net.parameters(), 0.1, momentum: 0.9))
        {
            long after = 0;
            for (var step = 0; step < 20; step++)
            {
                using (NewDisposeScope())
                {
                    optimizer.zero_grad();
                    net.call(rand(16, 4)).pow(2).mean().backward();
                    optimizer.step();
                }

                if (step == 1)
                    after = Settled();
            }

            Assert.Equal(after, Settled());
        }

        Assert.Equal(start, Settled());
    }

    [Fact]
    public void Tensors_end_with_their_scope()
    {
        Tensor inside;
        using (var scope = NewDisposeScope())
        {
            inside = ones(3);
            Assert.True(scope.Contains(inside));
            Assert.Equal(1, scope.DisposablesCount);
        }

        Assert.True(inside.IsInvalid);
        var error = Assert.Throws<InvalidOperationException>(() => inside.sum());
        Assert.StartsWith("Tensor invalid -- empty handle.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Results_are_let_out_step_by_step()
    {
        using var outer = NewDisposeScope();
        Tensor result;
        using (NewDisposeScope())
            result = ones(3).add(1).MoveToOuterDisposeScope();
        Assert.True(outer.Contains(result));
        result.DetachFromDisposeScope();
        outer.Dispose();
        Assert.Equal(6, result.sum().ToSingle());
        result.Dispose();
    }

    [Fact]
    public void Keeps_only_what_is_named()
    {
        using var scope = NewDisposeScope();
        var (keep, drop) = (ones(1), ones(1));
        scope.DisposeEverythingBut(keep);
        Assert.Equal((false, true), (keep.IsInvalid, drop.IsInvalid));
    }

    [Fact]
    public void Ending_an_outer_scope_ends_those_inside()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        var tensor = ones(1);
        outer.Dispose();
        Assert.True(tensor.IsInvalid);
        Assert.Null(CurrentDisposeScope);
        inner.Dispose();
    }

    [Fact]
    public void Works_in_place_and_outside_through_second_handles()
    {
        using var scope = NewDisposeScope();
        var one = ones(2);
        using (var second = one.add_(1))
            Assert.Equal(4, second.sum().ToSingle());
        Assert.Equal(4, one.sum().ToSingle());
    }

    [Fact]
    public void Without_a_scope_the_garbage_collector_lets_tensors_go()
    {
        var start = Settled();
        Make(200);
        Assert.Equal(start, Settled());
    }

    [Fact]
    public void A_wrapped_expression_lets_only_its_result_out()
    {
        var start = Settled();
        using (var result = WrappedTensorDisposeScope(() => (ones(2) + 1) * 3))
            Assert.Equal((start + 1, 12), (TorchLibrary.LiveTensorCount, result.sum().ToSingle()));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static void Make(int count)
    {
        for (var i = 0; i < count; i++)
            _ = ones(1000, 100);
    }

    private static long Settled()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        return TorchLibrary.LiveTensorCount;
    }
}
