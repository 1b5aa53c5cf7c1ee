using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The numbers of a data set's examples: in their order, or in another one at each enumeration.</summary>
internal sealed class ExampleOrder<T>(utils.data.Dataset<T> dataset, bool shuffles, int? seed) : IEnumerable<long>
{
    // Without a seed the numbers come from the generator that torch.manual_seed sets.
    private readonly Generator? _generator = seed is int given ? new Generator((ulong)given) : null;

    public IEnumerator<long> GetEnumerator()
    {
        if (!shuffles)
            return Counted().GetEnumerator();
        using var scope = NewDisposeScope();
        return ((IEnumerable<long>)randperm(dataset.Count, generator: _generator, device: CPU).data<long>().ToArray()).GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private IEnumerable<long> Counted()
    {
        for (var i = 0L; i < dataset.Count; i++)
            yield return i;
    }
}
