namespace TorchSharp;

public static partial class torch
{
    /// <summary>The innermost dispose scope that is open on this thread; null where none is.</summary>
    public static DisposeScope? CurrentDisposeScope => DisposeScope.Current;

    /// <summary>
    /// Opens a scope on this thread that disposes the tensors made in it when it ends: `using var scope = torch.NewDisposeScope();`.
    /// </summary>
    public static DisposeScope NewDisposeScope() => DisposeScope.Open();

    /// <summary>Runs <paramref name="expr"/> in a scope of its own and lets only its result out.</summary>
    public static Tensor WrappedTensorDisposeScope(Func<Tensor> expr)
    {
        ArgumentNullException.ThrowIfNull(expr);
        using var scope = NewDisposeScope();
        return scope.MoveToOuter(expr());
    }
}
