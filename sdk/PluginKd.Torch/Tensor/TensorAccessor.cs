using System.Collections;

namespace TorchSharp.Utils;

/// <summary>Reads and writes the elements of a tensor in main memory, in the order of its dimensions; gaps are stepped over.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T>
    where T : unmanaged
{
    private readonly Tensor _tensor;
    private readonly T* _data;
    private readonly long[] _shape;
    private readonly long[] _steps;
    private readonly bool _plain;

    internal TensorAccessor(Tensor tensor)
    {
        _tensor = tensor;
        _data = (T*)tensor.RawPointer();
        _shape = tensor.shape;
        _steps = tensor.stride();
        _plain = tensor.is_contiguous();
        Count = tensor.numel();
    }

    /// <summary>The number of elements.</summary>
    public long Count { get; }

    /// <summary>One element, by its place along each dimension.</summary>
    public T this[params long[] indices]
    {
        get
        {
            CheckAlive();
            var value = _data[Offset(indices)];
            GC.KeepAlive(_tensor);
            return value;
        }

        set
        {
            CheckAlive();
            _data[Offset(indices)] = value;
            GC.KeepAlive(_tensor);
        }
    }

    /// <summary>A copy of all elements in one row.</summary>
    public T[] ToArray()
    {
        CheckAlive();
        var array = new T[Count];
        CopyTo(array);
        return array;
    }

    /// <summary>Copies the elements from <paramref name="tensorIndex"/> on into an array.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies the elements from <paramref name="tensorIndex"/> on, as many as there is room for.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        CheckAlive();
        CheckPlaces(arrayIndex, array.Length, tensorIndex);
        var room = array[arrayIndex..];
        var length = (int)Math.Min(room.Length, Count - tensorIndex);
        if (_plain)
            new ReadOnlySpan<T>(_data + tensorIndex, length).CopyTo(room);
        else
        {
            for (var i = 0; i < length; i++)
                room[i] = _data[Offset(tensorIndex + i)];
        }

        GC.KeepAlive(_tensor);
    }

    /// <summary>Copies the elements of an array to the tensor, from <paramref name="tensorIndex"/> on.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0)
    {
        ArgumentNullException.ThrowIfNull(array);
        CheckAlive();
        CheckPlaces(arrayIndex, array.Length, tensorIndex);
        for (var i = 0; i < Math.Min(array.Length - arrayIndex, Count - tensorIndex); i++)
            _data[Offset(tensorIndex + i)] = array[arrayIndex + i];
        GC.KeepAlive(_tensor);
    }

    /// <inheritdoc />
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the tensor stays with whoever has it.</summary>
    public void Dispose()
    {
    }

    private void CheckAlive() => _ = _tensor.Handle;

    private void CheckPlaces(int arrayIndex, int length, long tensorIndex)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(arrayIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(arrayIndex, length);
        ArgumentOutOfRangeException.ThrowIfNegative(tensorIndex);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(tensorIndex, Count);
    }

    private long Offset(long[] places)
    {
        if (places.Length != _shape.Length && !(places.Length == 1 && _shape.Length == 0))
            throw new ArgumentException($"{places.Length} indices for {_tensor.Summary()}");
        var offset = 0L;
        for (var i = 0; i < _shape.Length; i++)
        {
            if ((ulong)places[i] >= (ulong)_shape[i])
                throw new ArgumentOutOfRangeException(nameof(places), $"index [{string.Join(", ", places)}] lies outside {_tensor.Summary()}");
            offset += places[i] * _steps[i];
        }

        return offset;
    }

    private long Offset(long place)
    {
        if (_plain)
            return place;
        var offset = 0L;
        for (var i = _shape.Length - 1; i >= 0; i--)
        {
            offset += place % _shape[i] * _steps[i];
            place /= _shape[i];
        }

        return offset;
    }
}
