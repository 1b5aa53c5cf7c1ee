namespace PluginKd.Data.Images;

/// <summary>Small images from a table of pixels: one image a row, its label last, split class by class from the seed.</summary>
/// <param name="settings">File, shape, splits.</param>
[KdPlugin("image-csv", Settings = typeof(ImageCsvSettings))]
public sealed class ImageCsv(ImageCsvSettings settings) : IDataSource
{
    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var path = context.PathOf(settings.Path);
        var table = PixelTable.Read(path, settings, context);
        if (table.Labels.Count == 0) throw new UserErrorException("the file has no rows", "at least one image", path, "check data.path");
        var labels = LabelReader.FromTraining(table.Labels, path);
        var numbers = table.Labels.Select((label, i) => labels.Read(label, $"{path}:{table.Lines[i]}")).ToArray();
        long[] indices = [.. Enumerable.Range(0, numbers.Length).Select(i => (long)i)];
        var all = new Split("train", SplitRole.Train, new DenseInputs(table.Pixels.Parts(Shape(table, path))), numbers, indices);
        return new SplitShares(settings.ValidationShare, settings.TestShare, settings.FewLabels).ToBundle(all, [], labels.Classes, context);
    }

    private long[] Shape(PixelTable table, string path)
    {
        if (settings.Width is null && settings.Height is null) return [table.Columns];
        var expected = (long)(settings.Width ?? 0) * (settings.Height ?? 0) * settings.Channels;
        return table.Columns == expected ? [settings.Channels, settings.Height!.Value, settings.Width!.Value]
            : throw new UserErrorException($"a row has {table.Columns} pixels",
                $"width × height × channels = {settings.Width ?? 0} × {settings.Height ?? 0} × {settings.Channels} = {expected}", path,
                "give both data.width and data.height, or neither");
    }
}
