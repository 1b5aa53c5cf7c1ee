using System.Text;

namespace PluginKd.Benchmarks;

/// <summary>A source and the files that it reads.</summary>
/// <param name="Name">Id of the source, and the format where there are several.</param>
/// <param name="Source">Makes the source.</param>
/// <param name="Files">Writes its files: a folder, a number of rows, texts.</param>
internal sealed record SourceSample(string Name, Func<IDataSource> Source, Action<string, int, RandomText> Files)
{
    private const int WordsOfText = 20;
    private const int Side = 28;
    private const int QueriesOfRetrieval = 100;

    /// <summary>Every source that reads files.</summary>
    public static IReadOnlyList<SourceSample> All { get; } =
    [
        new("text, tsv", () => new Data.Text.TextSource(new() { Train = ["rows.tsv"] }), (folder, rows, text) => Lines(folder, "rows.tsv", rows, _ => $"{text.Text(WordsOfText)}\t{text.Next(2)}")),
        new("text, tsv.gz", () => new Data.Text.TextSource(new() { Train = ["rows.tsv.gz"] }), (folder, rows, text) => Lines(folder, "rows.tsv.gz", rows, _ => $"{text.Text(WordsOfText)}\t{text.Next(2)}")),
        new("text, csv", () => new Data.Text.TextSource(new() { Train = ["rows.csv"] }), (folder, rows, text) => Lines(folder, "rows.csv", rows, _ => $"\"{text.Text(WordsOfText)}\",{text.Next(2)}")),
        new("text, json-lines", () => new Data.Text.TextSource(new() { Train = ["rows.jsonl"], Columns = "text=text,label=label" }),
            (folder, rows, text) => Lines(folder, "rows.jsonl", rows, _ => $$"""{"text": "{{text.Text(WordsOfText)}}", "label": {{text.Next(2)}}}""")),
        new("text-folders, a text a line", () => new Data.Text.TextFolders(new() { Train = "train", Unit = Data.Text.TextUnit.Line }), (folder, rows, text) =>
        {
            foreach (var name in new[] { "a", "b" }) Lines(Directory.CreateDirectory(Path.Combine(folder, "train", name)).FullName, "texts.txt", rows / 2, _ => text.Text(WordsOfText));
        }),
        new("conll", () => new Data.Sequences.ConllSource(new() { Train = ["rows.conll"] }), (folder, rows, text) =>
            Lines(folder, "rows.conll", rows, _ => string.Concat(text.Sentence(WordsOfText).Select(word => $"{word} {Tag(text)}\n")))),
        new("parallel-lines", () => new Data.Sequences.ParallelLinesSource(new() { Train = "words", TrainTags = "tags" }), (folder, rows, text) =>
        {
            Lines(folder, "words", rows, _ => string.Join(' ', text.Sentence(WordsOfText)));
            Lines(folder, "tags", rows, _ => string.Join(' ', Enumerable.Range(0, WordsOfText).Select(_ => Tag(text))));
        }),
        new("tag-json", () => new Data.Sequences.TagJsonSource(new() { Train = ["rows.jsonl"] }), (folder, rows, text) => Lines(folder, "rows.jsonl", rows, _ =>
            $$"""{"words": ["{{string.Join("\", \"", text.Sentence(WordsOfText))}}"], "tags": ["{{string.Join("\", \"", Enumerable.Range(0, WordsOfText).Select(_ => Tag(text)))}}"]}""")),
        new("question-candidates", () => new Data.Ranking.QuestionCandidates(new() { Train = ["rows.tsv"] }),
            (folder, rows, text) => Lines(folder, "rows.tsv", rows, row => $"question {row / 10}\t{text.Text(WordsOfText)}\t{text.Next(2)}")),
        new("retrieval, smart", () => new Data.Ranking.Retrieval(new() { Documents = "documents", Queries = "queries", Qrels = "qrels", Format = Data.Ranking.CollectionFormat.Smart, Fields = ["W"], TestShare = 0, ValidationShare = 0 }), (folder, rows, text) =>
        {
            Lines(folder, "documents", rows, row => $".I {row + 1}\n.W\n{text.Text(WordsOfText)}");
            Lines(folder, "queries", QueriesOfRetrieval, row => $".I {row + 1}\n.W\n{text.Text(WordsOfText)}");
            Lines(folder, "qrels", QueriesOfRetrieval, row => $"{row + 1} {row + 1} 1");
        }),
        new("parallel-text, 4000 pieces", () => new Data.Translation.ParallelTextSource(new() { TrainSource = "a", TrainTarget = "b" }), (folder, rows, text) =>
        {
            foreach (var name in new[] { "a", "b" }) Lines(folder, name, rows, _ => text.Text(WordsOfText));
        }),
        new("image-captions, 5 each", () => new Data.Images.ImageCaptions(new() { Captions = "captions", Train = new() { Names = "names", Records = ["images"] } }), (folder, rows, text) =>
        {
            Lines(folder, "names", rows, row => $"{row}.jpg");
            Lines(folder, "captions", 5 * rows, row => $"{row / 5}.jpg#{row % 5}\t{text.Text(WordsOfText)}");
            Bytes(folder, "images", [.. Pixels(text, rows * 3072)]);
        }),
        new("idx", () => new Data.Images.IdxSource(new() { TrainImages = "images", TrainLabels = "labels" }), (folder, rows, text) =>
        {
            Bytes(folder, "images", [.. Head(2051, rows, Side, Side), .. Pixels(text, rows * Side * Side)]);
            Bytes(folder, "labels", [.. Head(2049, rows), .. Enumerable.Range(0, rows).Select(row => (byte)(row % 10))]);
        }),
        new("cifar", () => new Data.Images.CifarSource(new() { Train = ["images"] }), (folder, rows, text) =>
            Bytes(folder, "images", [.. Enumerable.Range(0, rows).SelectMany(row => Pixels(text, 3072).Prepend((byte)(row % 10)))])),
        new("image-csv", () => new Data.Images.ImageCsv(new() { Path = "rows.csv" }), (folder, rows, text) =>
            Lines(folder, "rows.csv", rows, row => $"{string.Join(',', Pixels(text, Side * Side))},{row % 10}")),
        new("image-folder, pgm", () => new Data.Images.ImageFolder(new() { Path = "images", TestShare = 0 }), (folder, rows, text) =>
        {
            for (var row = 0; row < rows; row++)
                Bytes(Directory.CreateDirectory(Path.Combine(folder, "images", $"{row % 10}")).FullName, $"{row}.pgm", [.. Encoding.ASCII.GetBytes($"P5 {Side} {Side} 255\n"), .. Pixels(text, Side * Side)]);
        }),
    ];

    private static string Tag(RandomText text) => text.Next(5) == 0 ? "B-NAME" : "O";

    private static void Lines(string folder, string name, int rows, Func<int, string> line)
    {
        using var file = File.Create(Path.Combine(folder, name));
        using Stream stream = name.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionLevel.Optimal) : file;
        using var writer = new StreamWriter(stream);
        for (var row = 0; row < rows; row++) writer.Write(line(row) + "\n");
    }

    private static void Bytes(string folder, string name, byte[] bytes) => File.WriteAllBytes(Path.Combine(folder, name), bytes);

    private static IEnumerable<byte> Pixels(RandomText text, int count) => Enumerable.Range(0, count).Select(_ => (byte)text.Next(256));

    private static IEnumerable<byte> Head(params int[] numbers) => numbers.SelectMany(number => BitConverter.GetBytes(System.Net.IPAddress.HostToNetworkOrder(number)));
}
