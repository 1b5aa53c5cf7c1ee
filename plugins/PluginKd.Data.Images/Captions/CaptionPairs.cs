namespace PluginKd.Data.Images;

/// <summary>Pairs of images with captions in the making: each image and each caption is kept once, and of a pair two numbers and its name.</summary>
/// <param name="captions">Captions of each image.</param>
/// <param name="most">Captions of an image that are used, the first ones; null for all.</param>
/// <param name="negatives">Wrong pairs beside each true one.</param>
internal sealed class CaptionPairs(Dictionary<string, List<Caption>> captions, int? most, int negatives)
{
    // An image whose captions are everybody's has no wrong ones.
    private const int MostDraws = 1000;

    private readonly List<(string Image, int Row, int First, int Count)> _images = [];
    private readonly List<Caption> _captions = [];

    /// <summary>Images that have a caption.</summary>
    public int Images => _images.Count;

    /// <summary>Captions of these images.</summary>
    public int TruePairs => _captions.Count;

    /// <summary>Adds an image with its captions.</summary>
    /// <param name="image">Its name.</param>
    /// <param name="row">Its row among the pixels.</param>
    /// <param name="skipped">Takes images without a caption.</param>
    public void Add(string image, int row, SkippedEntries skipped)
    {
        if (!captions.TryGetValue(image, out var own))
        {
            skipped.Add(new($"image '{image}' has no caption", "at least one", "data.captions", "add captions"));
            return;
        }

        var first = _captions.Count;
        _captions.AddRange(own.Take(most ?? own.Count));
        _images.Add((image, row, first, _captions.Count - first));
    }

    /// <summary>Makes the split: image by image its captions in order, behind each of them the wrong ones.</summary>
    /// <param name="name">Name of the split.</param>
    /// <param name="role">What it is for.</param>
    /// <param name="pixels">The images.</param>
    /// <param name="firstIndex">Index of the first pair.</param>
    /// <param name="context">The seed.</param>
    public Split ToSplit(string name, SplitRole role, DenseInputs pixels, long firstIndex, StageContext context)
    {
        if (_images.Count == 0) throw new UserErrorException($"no image of '{name}' has a caption", "names that the captions have", $"data.{name}.names", "compare the names in both files");
        var (random, pairs) = (context.Random(name), new List<(int Image, int Caption, bool IsTrue)>(_captions.Count * (1 + negatives)));
        for (var i = 0; i < _images.Count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            var own = Enumerable.Range(_images[i].First, _images[i].Count).ToList();
            var texts = own.Select(c => _captions[c].Text).ToHashSet();
            foreach (var caption in own)
            {
                pairs.Add((i, caption, true));
                for (var k = 0; k < negatives; k++) pairs.Add((i, OfAnother(i, texts, name, random), false));
            }
        }

        return ToSplit(name, role, pixels, firstIndex, pairs);
    }

    private Split ToSplit(string name, SplitRole role, DenseInputs pixels, long firstIndex, List<(int Image, int Caption, bool IsTrue)> pairs)
    {
        int[] images = [.. pairs.Select(pair => pair.Image)];
        int[] texts = [.. pairs.Select(pair => pair.Caption)];
        var inputs = new PairInputs(pixels.Take(Array.ConvertAll(images, i => _images[i].Row)), new TextInputs(new PickedList<string>([.. _captions.Select(c => c.Text)], texts)));
        return new Split(name, role, inputs, [.. pairs.Select(pair => pair.IsTrue ? 1 : 0)], [.. Enumerable.Range(0, pairs.Count).Select(i => firstIndex + i)])
        {
            Groups = new PickedList<string>([.. _images.Select(image => image.Image)], images),
            Ids = [.. pairs.Select((pair, at) => pair.IsTrue ? _captions[pair.Caption].Id : $"{_images[pair.Image].Image} {_captions[pair.Caption].Id} {at}")],
        };
    }

    // Drawn anew for each pair, so a wrong caption may stand beside one image twice.
    private int OfAnother(int image, HashSet<string> own, string split, SeededRandom random)
    {
        for (var draw = 0; draw < MostDraws && _images.Count > 1; draw++)
        {
            var other = random.Next(_images.Count - 1);
            var (_, _, first, count) = _images[other < image ? other : other + 1];
            var caption = first + random.Next(count);
            if (!own.Contains(_captions[caption].Text)) return caption;
        }

        throw new UserErrorException($"no caption is wrong for image '{_images[image].Image}' of '{split}'", "other images with other captions", $"data.{split}.names",
            $"name more images, or set data.{(split == "test" ? "test-negatives" : "negatives")} to 0");
    }
}
