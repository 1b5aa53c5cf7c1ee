using TorchSharp.Modules;

namespace PluginKd.Torch.Tests;

public sealed class DataLoaderTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Hands_out_all_rows_in_batches()
    {
        using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(5), arange(10f).reshape(5, 2)), 2);
        var found = loader.Select(batch => (batch[0].data<long>().ToArray(), batch[1].shape)).ToArray();
        Assert.Equal((3L, 3), (loader.Count, found.Length));
        Assert.Equal([0L, 1, 2, 3, 4], found.SelectMany(batch => batch.Item1));
        Assert.Equal([2L, 2], found[0].shape);
        using var short_ = utils.data.DataLoader(utils.data.TensorDataset(arange(5)), 2, drop_last: true);
        Assert.Equal((2L, 2), (short_.Count, short_.ToArray().Length));
    }

    [Fact]
    public void Shuffles_another_way_each_time_and_the_same_way_for_a_seed()
    {
        long[][] Epochs(int? seed)
        {
            using var loader = utils.data.DataLoader(utils.data.TensorDataset(arange(20)), 20, true, seed: seed);
            return [.. Enumerable.Range(0, 2).Select(_ => loader.Select(batch => batch[0].data<long>().ToArray()).Single())];
        }

        var first = Epochs(3);
        Assert.Equal(Enumerable.Range(0, 20).Select(at => (long)at), first[0].Order());
        Assert.NotEqual(first[0], first[1]);
        Assert.Equal(first, Epochs(3));
    }

    [Fact]
    public void Named_examples_become_named_batches()
    {
        using var loader = utils.data.DataLoader(new Squares(), 3, new long[] { 4, 0, 2, 1 });
        var sums = loader.Select(batch => batch["x"].sum().ToDouble() + batch["y"].sum().ToDouble()).ToArray();
        Assert.Equal([6 + 20.0, 1 + 1], sums);
    }

    [Fact]
    public void A_batch_ends_with_the_next_unless_told_otherwise()
    {
        var seen = new List<Tensor>();
        using (var loader = utils.data.DataLoader(new Squares(), 2))
        {
            foreach (var batch in loader)
            {
                Assert.All(seen, before => Assert.True(before.IsInvalid));
                seen.Add(batch["x"]);
            }
        }

        Assert.All(seen, before => Assert.True(before.IsInvalid));
        using var kept = utils.data.DataLoader(new Squares(), 2, disposeBatch: false);
        using var scope = NewDisposeScope();
        var batches = kept.ToArray();
        Assert.Equal(4, batches[2]["x"].ToDouble());
        Assert.True(scope.Contains(batches[2]["x"]));
    }

    [Fact]
    public void A_function_of_ones_own_makes_batches_of_any_kind()
    {
        using var loader = new DataLoader<Dictionary<string, Tensor>, double>(
            new Squares(), 2, (examples, _) => examples.Sum(example => example["y"].ToDouble()));
        Assert.Equal([1.0, 13, 16], loader);
    }

    public void Dispose() => _scope.Dispose();

    private sealed class Squares : utils.data.Dataset
    {
        public override long Count => 5;

        public override Dictionary<string, Tensor> GetTensor(long index) =>
            new() { ["x"] = tensor((double)index), ["y"] = tensor((double)(index * index)) };
    }
}
