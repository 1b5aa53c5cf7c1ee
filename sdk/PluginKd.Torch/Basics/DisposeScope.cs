namespace TorchSharp;

/// <summary>
/// Holds what was made on this thread since it was opened, and disposes all of it when it ends.
/// Belongs to its thread: no await inside. Let results out with <see cref="MoveToOuter{T}(T)"/>.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    [ThreadStatic]
    private static DisposeScope? s_current;

    [ThreadStatic]
    private static IDisposable?[]? s_spare;

    private readonly OwnThread _thread = OwnThread.Current;
    private readonly DisposeScope? _outer;
    private IDisposable?[] _items;
    private int _count;
    private bool _ended;

    private DisposeScope(DisposeScope? outer)
    {
        _outer = outer;
        _items = Interlocked.Exchange(ref s_spare, null) ?? new IDisposable?[64];
    }

    internal static DisposeScope? Current => s_current is { _ended: true } ? s_current = Living(s_current) : s_current;

    private DisposeScope? Outer => Living(_outer);

    internal int Room => _items.Length;

    /// <summary>How many objects the scope holds; no unit.</summary>
    public int DisposablesCount => DisposablesView.Count;

    /// <summary>What the scope holds.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => _items.Take(_count).OfType<IDisposable>().ToList();

    internal static DisposeScope Open() => s_current = new DisposeScope(Current);

    internal int Register(IDisposable item)
    {
        ObjectDisposedException.ThrowIf(_ended, this);
        if (_count == _items.Length)
            MakeRoom();
        _items[_count] = item;
        return _count++;
    }

    internal void Forget(int slot)
    {
        _items[slot] = null;
        while (_count > 0 && _items[_count - 1] is null)
            _count--;
    }

    /// <summary>Disposes what the scope holds and closes it, and with it any scope opened inside and left open.</summary>
    /// <exception cref="InvalidOperationException">This is not the thread that opened it; nothing was changed.</exception>
    public void Dispose()
    {
        if (_ended)
            return;
        if (!_thread.IsOver)
            _thread.Check("A dispose scope");
        var innermost = s_current;
        while (innermost is not null && innermost != this)
            innermost = innermost._outer;
        if (innermost is not null)
        {
            for (; s_current != this; s_current = s_current!._outer)
                s_current!.End();
            s_current = _outer;
        }

        End();
        s_spare = _items;
    }

    private static DisposeScope? Living(DisposeScope? scope)
    {
        while (scope is { _ended: true })
            scope = scope._outer;
        return scope;
    }

    // A scope that stays open while tensors come and go must not grow with them.
    private void MakeRoom()
    {
        var kept = 0;
        for (var i = 0; i < _count; i++)
        {
            var item = _items[i];
            if (item is null)
                continue;
            _items[i] = null;
            _items[kept] = item;
            if (item is Tensor tensor)
                tensor.Slot = kept;
            kept++;
        }

        _count = kept;
        if (kept > _items.Length / 2)
            Array.Resize(ref _items, _items.Length * 2);
    }

    private void End()
    {
        _ended = true;
        DisposeEverything();
    }

    /// <summary>Disposes what the scope holds; it stays open.</summary>
    public void DisposeEverything()
    {
        var items = _items;
        var count = _count;
        _count = 0;
        for (var i = 0; i < count; i++)
        {
            var item = items[i];
            items[i] = null;
            if (item is Tensor tensor)
                tensor.DisposeFromScope();
            else
                item?.Dispose();
        }
    }
}
