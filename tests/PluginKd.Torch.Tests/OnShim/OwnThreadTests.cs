namespace PluginKd.Torch.Tests;

public sealed class OwnThreadTests
{
    [Fact]
    public void A_scope_is_ended_by_its_own_thread_alone()
    {
        using var outer = NewDisposeScope();
        var scope = NewDisposeScope();
        var x = ones(1);
        var error = Assert.IsType<InvalidOperationException>(Elsewhere(scope.Dispose));
        Assert.Contains("scopes and modes belong to their thread", error.Message, StringComparison.Ordinal);
        Assert.Contains($"thread {Environment.CurrentManagedThreadId} ", error.Message, StringComparison.Ordinal);
        Assert.False(x.IsInvalid);
        Assert.Same(scope, CurrentDisposeScope);
        Assert.Equal(2, (x + 1).ToSingle());
        scope.Dispose();
        Assert.True(x.IsInvalid);
        Assert.Same(outer, CurrentDisposeScope);
    }

    [Fact]
    public void A_scope_of_a_thread_that_is_over_can_be_ended()
    {
        DisposeScope? scope = null;
        Tensor? x = null;
        Assert.Null(Elsewhere(() => (scope, x) = (NewDisposeScope(), ones(1))));
        scope!.Dispose();
        Assert.True(x!.IsInvalid);
    }

    [Fact]
    public void A_scope_that_failed_to_end_is_not_the_current_one()
    {
        using var outer = NewDisposeScope();
        var scope = NewDisposeScope();
        var inner = NewDisposeScope();
        inner.Attach(new Failing());
        Assert.Throws<NotSupportedException>(scope.Dispose);
        Assert.NotSame(inner, CurrentDisposeScope);
        Assert.Equal(1, ones(1).ToSingle());
        scope.Dispose();
        Assert.Same(outer, CurrentDisposeScope);
    }

    [Fact]
    public void A_tensor_refused_by_an_ended_scope_stays_where_it_was()
    {
        var ended = NewDisposeScope();
        ended.Dispose();
        var scope = NewDisposeScope();
        var x = ones(1);
        Assert.Throws<ObjectDisposedException>(() => ended.Attach(x));
        Assert.True(scope.Contains(x));
        scope.Dispose();
        Assert.True(x.IsInvalid);
    }

    [Fact]
    public void Inference_mode_is_left_by_its_own_thread_alone()
    {
        var guard = inference_mode();
        var there = true;
        Assert.IsType<InvalidOperationException>(Elsewhere(guard.Dispose, () => there = is_inference_mode_enabled()));
        Assert.False(there);
        Assert.True(is_inference_mode_enabled());
        guard.Dispose();
        guard.Dispose();
        Assert.False(is_inference_mode_enabled());
    }

    [Fact]
    public void No_grad_is_left_by_its_own_thread_alone()
    {
        var guard = no_grad();
        var there = true;
        Assert.IsType<InvalidOperationException>(Elsewhere(
            () =>
            {
                using var mode = no_grad();
                guard.Dispose();
            },
            () => there = is_grad_enabled()));
        Assert.True(there);
        Assert.False(is_grad_enabled());
        guard.Dispose();
        Assert.True(is_grad_enabled());
        using (no_grad())
        {
            guard.Dispose();
            Assert.False(is_grad_enabled());
        }
    }

    private static Exception? Elsewhere(Action action, Action? after = null)
    {
        Exception? error = null;
        var thread = new Thread(() =>
        {
            error = Record.Exception(action);
            after?.Invoke();
        });
        thread.Start();
        thread.Join();
        return error;
    }

    private sealed class Failing : IDisposable
    {
        public void Dispose() => Fail();

        private static void Fail() => throw new NotSupportedException();
    }
}
