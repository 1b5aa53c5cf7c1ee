namespace PluginKd.Sdk.Tests;

public class RowStoreTests
{
    [Theory]
    [InlineData(1 << 20, 1, 0)]
    [InlineData(20, 5, 5)]
    [InlineData(1, 50, 50)]
    public void Gives_back_every_row_from_memory_and_from_files(int mostInMemory, int parts, int files)
    {
        using var folder = new TemporaryFolder();
        var store = new RowStore(() => folder.Path, mostInMemory);
        for (var row = 0; row < 50; row++)
        {
            for (var column = 0; column < 2; column++) store.Add(row + (column / 2f));
            store.EndRow(2);
        }

        var found = store.Parts([2, 1]);
        Assert.Equal(parts, found.Count);
        Assert.Equal(files, Directory.EnumerateFiles(folder.Path).Count());
        var values = new DenseInputs(found).Values;
        Assert.Equal([50, 2, 1], values.shape);
        Assert.Equal(Enumerable.Range(0, 50).SelectMany(row => new[] { row, row + 0.5f }), values.data<float>().ToArray());
    }
}
