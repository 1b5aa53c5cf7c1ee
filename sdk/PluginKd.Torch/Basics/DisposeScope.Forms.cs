namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Takes disposables in.</summary>
    /// <returns>The same ones.</returns>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        IDisposable[] list = [.. disposables];
        Attach(list);
        return list;
    }

    /// <summary>Lets disposables out; from then on they belong to the caller.</summary>
    public void Detach(IEnumerable<IDisposable> disposables) => Detach(disposables.ToArray());

    /// <inheritdoc cref="Detach{T}(T)" />
    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (Detach(first), Detach(second));

    /// <inheritdoc cref="Detach{T}(T)" />
    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (Detach(first), Detach(second), Detach(third));

    /// <summary>Hands disposables to another scope.</summary>
    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables) => MoveToOther(scope, disposables.ToArray());

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)" />
    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveTo(first, scope), MoveTo(second, scope));

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)" />
    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveTo(first, scope), MoveTo(second, scope), MoveTo(third, scope));

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)" />
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)" />
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    /// <summary>Forgets what was disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Detach(disposable);
}
