using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Images;

/// <summary>Images with several captions each: pairs of an image with a caption of its own, and with captions of other images.</summary>
/// <remarks>
/// <para>An example is a pair (image, caption); the classes are <c>no</c> (the caption is another image's) and <c>yes</c>; its group is the image's name. Behind each true pair stand its wrong ones: another image
/// of the split, then one of its captions, each equally likely, none with a text that the image has itself.</para>
/// <para>Formula: pixel = (byte ÷ 255 − mean of the channel) ÷ deviation of the channel, no unit. Every image is held once, whatever the number of its captions.</para>
/// <para>Source of the format: Hodosh, Young and Hockenmaier (2013), DOI 10.1613/jair.3994 (Flickr8k).</para>
/// </remarks>
/// <param name="settings">Files, pairs.</param>
[KdPlugin("image-captions", Settings = typeof(ImageCaptionsSettings))]
public sealed partial class ImageCaptions(ImageCaptionsSettings settings) : IDataSource
{
    private const int MostShown = 3;

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        var skipped = new SkippedEntries(settings.OnError, "captions and images", context.Log);
        var captions = CaptionFile.Read(Find(settings.Captions, "captions", context), skipped, context.Cancellation);
        var lists = new (string Name, SplitRole Role, NamedImages Images)[]
        {
            ("train", SplitRole.Train, settings.Train), ("validation", SplitRole.Validation, settings.Validation), ("test", SplitRole.Test, settings.Test),
        }.Where(list => IsThere(list.Name, list.Images)).ToList();
        var splits = new SplitNamesFile(context.Cancellation);
        INamedPixels pixels = settings.Folder is null ? new RecordImages(settings, context) : new FolderOfImages(settings, skipped, context);
        var read = lists.ConvertAll(list =>
        {
            var names = splits.Read(list.Name, Find(list.Images.Names!, $"{list.Name}.names", context));
            return (list.Name, list.Role, Names: names, Rows: pixels.Read(list.Name, list.Images, names));
        });
        var unused = pixels.Finish();
        List<Split> made = [];
        foreach (var (name, role, names, rows) in read)
        {
            var pairs = new CaptionPairs(captions, role == SplitRole.Test ? null : settings.CaptionsEach, role == SplitRole.Test ? settings.TestNegatives : settings.Negatives);
            for (var row = 0; row < rows.Count; row++) pairs.Add(names[rows[row]], row, skipped);
            made.Add(pairs.ToSplit(name, role, pixels.Inputs(name), made.Sum(split => split.Count), context));
            Read(context.Log, name, pairs.Images, pairs.TruePairs, made[^1].Count);
        }

        skipped.Report(captions.Sum(image => image.Value.Count));
        Tell(context.Log, captions, splits, unused);
        return new DataBundle(["no", "yes"], made);
    }

    private static bool IsThere(string split, NamedImages images) => images.Names is not null
        || (split != "train" && images.Records.Count == 0 ? false
            : throw new UserErrorException($"data.{split}.names names no file", "a file with the name of an image a line", $"data.{split}.names", "name the file of the split's images"));

    private DataFile Find(string file, string setting, StageContext context) => DataFile.Find(context.PathOf(Path.Combine(settings.Path, file)), $"data.{setting}");

    private static void Tell(ILogger log, Dictionary<string, List<Caption>> captions, SplitNamesFile splits, IReadOnlyList<string> unused)
    {
        string[] alone = [.. captions.Keys.Where(name => !splits.Has(name))];
        var (texts, names, files) = (alone.Sum(name => captions[name].Count), Some(alone), Some(unused));
        if (alone.Length > 0) NotNamed(log, texts, alone.Length, names);
        if (unused.Count > 0) NotUsed(log, unused.Count, files);
    }

    private static string Some(IReadOnlyList<string> names) => string.Join(", ", names.Take(MostShown)) + (names.Count > MostShown ? ", …" : "");

    [LoggerMessage(Level = LogLevel.Information, Message = "{split}: {images} images with {captions} captions, {pairs} pairs")]
    private static partial void Read(ILogger log, string split, int images, int captions, int pairs);

    [LoggerMessage(Level = LogLevel.Information, Message = "{captions} captions of {images} images that no split names are left out: {names}")]
    private static partial void NotNamed(ILogger log, int captions, int images, string names);

    [LoggerMessage(Level = LogLevel.Information, Message = "{images} images of the folder that no split names are left out: {names}")]
    private static partial void NotUsed(ILogger log, int images, string names);
}
