namespace PluginKd.Sdk.Tests;

public class InputViewsTests
{
    [Fact]
    public void Taking_and_joining_texts_asks_for_none_of_them()
    {
        var counting = new CountingList(1000);
        var joined = (TextInputs)new TextInputs(counting).Concat([new TextInputs(counting)]);
        var taken = (TextInputs)joined.Take([1999, 3, 1000]).Take([2, 0]);

        Assert.Equal(0, counting.Asked);
        Assert.Equal(["text 0", "text 999"], taken.Texts);
        Assert.Equal(2, counting.Asked);
    }

    [Fact]
    public void Joined_lists_find_every_item()
    {
        var joined = new JoinedList<string>([["a", "b"], [], ["c"], new JoinedList<string>([["d"], ["e", "f"]])]);

        Assert.Equal("abcdef", string.Concat(joined));
        Assert.Equal("abcdef", string.Concat(Enumerable.Range(0, 6).Select(i => joined[i])));
        Assert.Throws<ArgumentOutOfRangeException>(() => joined[6]);
        Assert.Throws<ArgumentOutOfRangeException>(() => joined[-1]);
    }

    [Fact]
    public void Positions_outside_are_refused_when_they_are_taken()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TextInputs(["a"]).Take([1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DenseInputs(zeros(2, 3)).Take([-1]));
    }

    // Row i holds i and i + 0.5, wherever it lies.
    [Fact]
    public void Rows_of_several_parts_come_in_the_order_asked_for()
    {
        Inputs parts = Rows(0, 3).Concat([Rows(3, 0), Rows(3, 4), Rows(7, 1).Take([0])]);

        Assert.Equal(8, parts.Count);
        Assert.Equal(Of(7, 0, 3, 3, 6, 2), Numbers(parts.Take([7, 0, 3, 3, 6, 2])));
        Assert.Equal(Of(4, 5), Numbers(parts.Take([4, 5])));
        Assert.Equal(Of(6, 3), Numbers(parts.Take([7, 0, 3, 3, 6, 2]).Take([4, 2])));
        Assert.Equal(Of(0, 1, 2, 3, 4, 5, 6, 7), Numbers(parts));
        Assert.Equal([2], ((DenseInputs)parts).Shape);
    }

    [Fact]
    public void Rows_that_lie_one_behind_the_other_are_shared_not_copied()
    {
        var values = zeros(5, 2);
        using var taken = ((DenseInputs)new DenseInputs(values).Take([2, 3])).Values;
        values[3, 1] = 7;

        Assert.Equal(7, taken[1, 1].ToSingle());
    }

    [Fact]
    public void Rows_of_another_length_are_not_joined() =>
        Assert.Contains("[1, 3] cannot be joined with", Assert.Throws<ArgumentException>(() => Rows(0, 2).Concat([new DenseInputs(zeros(1, 3))])).Message, StringComparison.Ordinal);

    private static DenseInputs Rows(int first, int count) => new(tensor(Of([.. Enumerable.Range(first, count)])).reshape(count, 2));

    private static float[] Of(params int[] rows) => [.. rows.SelectMany(row => new[] { row, row + 0.5f })];

    private static float[] Numbers(Inputs inputs)
    {
        using var values = ((DenseInputs)inputs).Values.contiguous();
        return values.data<float>().ToArray();
    }

    private sealed class CountingList(int count) : IReadOnlyList<string>
    {
        public int Asked { get; private set; }

        public int Count => count;

        public string this[int index]
        {
            get
            {
                Asked++;
                return $"text {index}";
            }
        }

        public IEnumerator<string> GetEnumerator() => Enumerable.Range(0, count).Select(i => this[i]).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
