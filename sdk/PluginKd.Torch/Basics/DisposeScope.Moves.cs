namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Whether the scope will dispose the object.</summary>
    public bool Contains(IDisposable disposable) =>
        disposable is Tensor tensor ? tensor.Scope == this : Array.IndexOf(_items, disposable, 0, _count) >= 0;

    /// <summary>Takes the object in, out of whatever scope held it.</summary>
    public void Attach(IDisposable disposable) => MoveTo(disposable, this);

    /// <inheritdoc cref="Attach(IDisposable)" />
    public void Attach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables)
            Attach(disposable);
    }

    /// <summary>Lets the object out: whoever asks disposes it, or the garbage collector does.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable => MoveTo(disposable, null);

    /// <inheritdoc cref="Detach{T}(T)" />
    public void Detach(params IDisposable[] disposables)
    {
        foreach (var disposable in disposables)
            Detach<IDisposable>(disposable);
    }

    /// <summary>Hands the object to the scope around this one; out of all scopes where there is none.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveTo(disposable, Outer);

    /// <inheritdoc cref="MoveToOuter{T}(T)" />
    public (T1 First, T2 Second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveTo(first, Outer), MoveTo(second, Outer));

    /// <inheritdoc cref="MoveToOuter{T}(T)" />
    public (T1 First, T2 Second, T3 Third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveTo(first, Outer), MoveTo(second, Outer), MoveTo(third, Outer));

    /// <inheritdoc cref="MoveToOuter{T}(T)" />
    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(Outer, disposables);

    /// <inheritdoc cref="MoveToOuter{T}(T)" />
    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(Outer, [.. disposables]);

    /// <summary>Hands the object to another scope; out of all scopes where that is null.</summary>
    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable => MoveTo(disposable, scope);

    /// <inheritdoc cref="MoveToOther{T}(DisposeScope, T)" />
    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables)
    {
        foreach (var disposable in disposables)
            MoveTo(disposable, scope);
    }

    /// <summary>Disposes what the scope holds except these; it stays open.</summary>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        foreach (var item in DisposablesView)
        {
            if (!keep.Contains(item))
            {
                Detach<IDisposable>(item);
                item.Dispose();
            }
        }
    }

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})" />
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut(IEnumerable{IDisposable})" />
    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    private T MoveTo<T>(T disposable, DisposeScope? scope)
        where T : IDisposable
    {
        if (disposable is Tensor tensor)
        {
            tensor.MoveTo(scope);
            return disposable;
        }

        var slot = Array.IndexOf(_items, disposable, 0, _count);
        if (slot >= 0)
            Forget(slot);
        scope?.Register(disposable);
        return disposable;
    }
}
