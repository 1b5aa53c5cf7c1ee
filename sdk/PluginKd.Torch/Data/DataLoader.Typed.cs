using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Hands out a data set in batches, as often as it is enumerated.</summary>
/// <typeparam name="T">An example.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
/// <remarks>
/// The tensors of a batch are gone when the next one is asked for; with <c>disposeBatch: false</c> they belong to the scope around.
/// Examples are fetched on the thread that enumerates, however many workers are named: scopes belong to a thread.
/// </remarks>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>Batches of examples in the order of the numbers given.</summary>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentOutOfRangeException.ThrowIfLessThan(batchSize, 1);
        (this.dataset, batch_size, this.collate_fn, sampler) = (dataset, batchSize, collate_fn, shuffler);
        (Device, num_workers, this.drop_last) = (device ?? CPU, num_worker, drop_last);
        (DisposeBatch, DisposeDataset) = (disposeBatch, disposeDataset);
    }

    /// <summary>Batches of examples in their own order or, with <paramref name="shuffle" />, in another one each time.</summary>
    public DataLoader(
        utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false,
        Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
        : this(
            dataset, batchSize, collate_fn, new ExampleOrder<T>(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch,
            disposeDataset)
    {
    }

    /// <summary>The examples.</summary>
    public utils.data.Dataset<T> dataset { get; }

    /// <summary>How many examples a batch has; the last one may have fewer.</summary>
    public int batch_size { get; }

    /// <summary>Makes a batch of examples.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>The numbers of the examples, in their order.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>Where the batches are to be.</summary>
    public Device Device { get; }

    /// <summary>The number of workers that was asked for.</summary>
    public int num_workers { get; }

    /// <summary>Whether a last batch of fewer examples is left out.</summary>
    public bool drop_last { get; }

    /// <summary>Whether a batch ends with the next one.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether the examples end with this.</summary>
    public bool DisposeDataset { get; }

    /// <summary>How many batches there are.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    /// <inheritdoc />
    public IEnumerator<S> GetEnumerator()
    {
        IReadOnlyList<IDisposable> last = [];
        try
        {
            foreach (var places in sampler.Chunk(batch_size))
            {
                if (drop_last && places.Length < batch_size)
                    yield break;
                Forget(last);
                yield return Made(places, out last);
            }
        }
        finally
        {
            Forget(last);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc />
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the examples, where that was asked for.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
            dataset.Dispose();
    }

    // What examples and batch are made of: held until the next batch, or handed to the scope around.
    private S Made(long[] places, out IReadOnlyList<IDisposable> held)
    {
        using var scope = NewDisposeScope();
        var batch = collate_fn(Array.ConvertAll(places, dataset.GetTensor), Device);
        var made = scope.DisposablesView;
        held = DisposeBatch ? made : [];
        if (DisposeBatch)
            scope.Detach([.. made]);
        else
            scope.MoveToOuter([.. made]);
        return batch;
    }

    private static void Forget(IEnumerable<IDisposable> held)
    {
        foreach (var one in held)
            one.Dispose();
    }
}
