namespace PluginKd.Sdk.Tests;

public class TextStoreTests
{
    [Theory]
    [InlineData(1 << 20)]
    [InlineData(10)]
    public void Gives_back_every_text_from_memory_and_from_a_file(int mostInMemory)
    {
        using var folder = new TemporaryFolder();
        var store = new TextStore(() => folder.Path, mostInMemory);
        string[] texts = [.. Enumerable.Range(0, 300).Select(i => new string('ä', i % 7) + i), ""];
        foreach (var text in texts) store.Add(text);
        store.Finish();

        Assert.Equal(texts, store);
        Assert.Equal(texts[^2], store[299]);
        Assert.Equal(mostInMemory == 10, Directory.EnumerateFiles(folder.Path).Any());
    }

    [Fact]
    public void Asks_for_no_folder_while_texts_are_few()
    {
        var store = new TextStore(() => throw new InvalidOperationException("no folder is needed"));
        store.Add("one");
        store.Finish();
        Assert.Equal(["one"], store);
    }
}
