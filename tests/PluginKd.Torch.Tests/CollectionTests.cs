namespace PluginKd.Torch.Tests;

public sealed class CollectionTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void A_list_renames_what_stands_behind_a_change()
    {
        var (a, b, c) = (nn.Linear(1, 1), nn.Linear(2, 2), nn.Linear(3, 3));
        using var list = nn.ModuleList(a, c);
        list.Insert(1, b);
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias"], list.state_dict().Keys);
        Assert.Equal((1, true, 3), (list.IndexOf(b), list.Contains(c), list.Count));
        Assert.True(list.Remove(a));
        Assert.Equal([2L, 2], list.state_dict()["0.weight"].shape);
        list[0] = a;
        Assert.Equal([1L, 1], list.state_dict()["0.weight"].shape);
        list.Clear();
        Assert.Empty(list.parameters());
        using var mixed = nn.ModuleList(nn.Linear(1, 1), nn.ReLU());
        Assert.Equal(2, mixed.Count);
    }

    [Fact]
    public void A_dictionary_keeps_its_order()
    {
        using var dict = nn.ModuleDict<nn.Module>(("one", nn.Linear(1, 1)), ("two", nn.ReLU()));
        dict.Insert(0, ("zero", nn.Tanh()));
        Assert.Equal(["zero", "one", "two"], dict.Keys);
        dict["one"] = nn.Identity();
        Assert.Equal((1, "Identity"), (dict.IndexOf(("one", dict["one"])), dict[1].Item2.GetName()));
        Assert.True(dict.Remove(new KeyValuePair<string, nn.Module>("zero", dict["zero"])));
        Assert.False(dict.ContainsKey("zero"));
        var array = new (string, nn.Module)[2];
        dict.CopyTo(array, 0);
        Assert.Equal("two", array[1].Item1);
        dict.RemoveAt(0);
        Assert.Single(dict.values());
    }

    [Fact]
    public void Parameters_are_kept_in_lists_and_dictionaries_too()
    {
        var (a, b) = (nn.Parameter(ones(1)), nn.Parameter(ones(1)));
        using var list = nn.ParameterList(a);
        list.Insert(0, b);
        Assert.Equal((1, 0), (list.IndexOf(a), list.IndexOf(b)));
        Assert.Equal(["0", "1"], list.named_parameters().Select(entry => entry.Item1));
        list.RemoveAt(0);
        Assert.Same(a, list.parameters().Single());
        using var dict = nn.ParameterDict(("a", a));
        dict.Add(("b", b));
        dict["a"] = b;
        Assert.Same(b, dict[0].Item2);
        Assert.True(dict.Remove("a"));
        Assert.Equal(["b"], dict.keys());
        dict.clear();
        Assert.Empty(dict.parameters());
    }

    [Fact]
    public void A_row_of_modules_can_be_cut()
    {
        using var row = nn.Sequential(("double", nn.Linear(1, 1)), ("flat", nn.Flatten()), ("up", nn.ReLU()));
        Assert.Equal((2, 2, 1), (row[1..].Count, row[(null, 2)].Count, row[1..^1].Count));
        Assert.Same(row[2], row[1..][1]);
        using var made = nn.Sequential(Tuple.Create("x", (nn.Module<Tensor, Tensor>)nn.ReLU()));
        Assert.Equal(["x"], made.named_children().Select(entry => entry.Item1));
        Assert.Equal(3, nn.Sequential().call(full(1, 3)).ToDouble());
    }

    [Fact]
    public void Shapes_are_made_joined_and_cut()
    {
        Size shape = (1, 2, 3, 4);
        Assert.Equal([1L, 2, 3, 4, 5, 6], (shape + new Size((5, 6))).Shape);
        Assert.Equal([2L, 3], shape.Slice(1, 3).Shape);
        Assert.Equal((24L, false, 4L), (shape.numel(), shape.IsEmpty, shape[3L]));
        Assert.Equal([7L], new Size(7).Shape);
        Assert.Equal([1L, 2], new Size(new[] { 1, 2 }).Shape);
        Assert.Equal([3L, 1], new Size(new List<long> { 3, 1 }).Shape);
    }

    [Fact]
    public void A_scope_moves_several_at_once()
    {
        using var scope = NewDisposeScope();
        var (a, b, c) = (ones(1), ones(1), ones(1));
        var (first, second) = scope.Detach(a, b);
        Assert.False(scope.Contains(first) || scope.Contains(second));
        Assert.Equal(2, scope.Attach(new List<IDisposable> { a, b }).Count);
        scope.MoveToOther(_scope, a, b, c);
        Assert.True(_scope.Contains(b));
        scope.Attach(a, b, c);
        scope.DisposeEverythingBut(a, c);
        Assert.Equal((false, true, false), (a.IsInvalid, b.IsInvalid, c.IsInvalid));
        scope.MarkAsDisposed(c);
        Assert.False(scope.Contains(c));
        c.Dispose();
    }

    public void Dispose() => _scope.Dispose();
}
