namespace PluginKd.Augmentation;

/// <summary>Further views of images, mirrored, shifted or rotated, that are stored: teacher and student see the same pixels.</summary>
/// <remarks>
/// <para>The transform of a view comes from the stage's seed, the number of the view and the number of the image: it stays the same whatever else is in the data.
/// Its numbers stand in the example's origin. Labels, domains, groups and weights are those of the image.</para>
/// <para>Source: mirroring, and windows cut out of images with 4 pixels around them, as in He, Zhang, Ren and Sun (2016), arXiv:1512.03385, section 4.2.
/// Departures: views are drawn once and stored beside the images, not anew in each epoch; what lies outside is the fill after normalisation, not before; rotation is an addition.</para>
/// </remarks>
/// <param name="settings">Number of views, splits, transforms.</param>
[KdPlugin("image-transforms", Settings = typeof(ImageTransformsSettings))]
public sealed class ImageTransforms(ImageTransformsSettings settings) : IAugmenter, IChecksData
{
    private const int ChunkOfImages = 256;

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        foreach (var problem in data.FindUnknown(settings.On, "on")) yield return problem;
        foreach (var split in settings.On.Select(data.Find).OfType<Split>().Where(split => split.Role is not (SplitRole.Train or SplitRole.Unlabelled)))
            yield return new UserErrorException($"split '{split.Name}' is for choosing models", "splits to learn from", "on", "name train, few or unlabelled");
        UserErrorException? wrong = null;
        try
        {
            ShapeOf(data.Splits[0].Inputs, "rows-as");
        }
        catch (UserErrorException problem)
        {
            wrong = problem;
        }

        if (wrong is not null) yield return wrong;
    }

    /// <inheritdoc />
    public IReadOnlyList<Split> Augment(AugmentationContext context)
    {
        if (settings is { Flip: 0, Padding: 0, Rotation: 0 })
            throw new UserErrorException("flip, padding and rotation are 0: views would be copies", "one of them above 0", context.Stage.Name, "raise one of them, or take image-transforms out");
        List<Split> made = [];
        foreach (var split in settings.On.Select(name => context.Data[name]))
        {
            var labelled = Positions(split, label => label != Split.Unlabelled);
            var others = Positions(split, label => label == Split.Unlabelled);
            if (labelled.Length > 0) made.Add(Views(labelled.Length == split.Count ? split : split.Take(labelled), SplitRole.Train, made.Count, context.Stage));
            if (others.Length > 0) made.Add(Views(others.Length == split.Count ? split : split.Take(others), SplitRole.Unlabelled, made.Count, context.Stage));
        }

        return made;
    }

    private Split Views(Split split, SplitRole role, int number, StageContext stage)
    {
        var shape = ShapeOf(split.Inputs, $"{stage.Name}.rows-as");
        var inputs = (DenseInputs)split.Inputs;
        ViewTransform Transform(int view, long index) => ViewTransform.Draw(settings, stage.Random($"view/{view}/{index}"));
        var store = new RowStore(stage.Files.Scratch, name: $"views-{number}");
        for (var view = 0; view < settings.Views; view++) Write(store, split, inputs, shape, index => Transform(view, index), stage.Cancellation);
        int[] positions = [.. Enumerable.Repeat(Enumerable.Range(0, split.Count), settings.Views).SelectMany(all => all)];
        return new Split("image-transforms", role, new DenseInputs(store.Parts([.. inputs.Shape])), Array.ConvertAll(positions, p => split.Labels[p]),
            [.. Enumerable.Range(0, positions.Length).Select(i => (long)i)])
        {
            Domains = split.Domains is null ? null : new PickedList<string>(split.Domains, positions),
            Groups = split.Groups is null ? null : new PickedList<string>(split.Groups, positions),
            Weights = split.Weights is null ? null : Array.ConvertAll(positions, p => split.Weights[p]),
            Origins = new ViewOrigins(split.Indices, settings.Views, Transform),
        };
    }

    private void Write(RowStore store, Split split, DenseInputs inputs, (int Channels, int Height, int Width) shape, Func<long, ViewTransform> transform, CancellationToken cancellation)
    {
        var size = shape.Channels * shape.Height * shape.Width;
        var view = new float[size];
        for (var first = 0; first < split.Count; first += ChunkOfImages)
        {
            cancellation.ThrowIfCancellationRequested();
            var count = Math.Min(ChunkOfImages, split.Count - first);
            var images = Numbers(inputs, first, count);
            for (var i = 0; i < count; i++)
            {
                transform(split.Indices[first + i]).Apply(images.AsSpan(i * size, size), shape.Height, shape.Width, settings.Fill, view);
                store.Add(view);
                store.EndRow(size);
            }
        }
    }

    // What the store keeps must outlive the scope.
    private static float[] Numbers(DenseInputs inputs, int first, int count)
    {
        using var scope = NewDisposeScope();
        return ((DenseInputs)inputs.Take([.. Enumerable.Range(first, count)])).Values.contiguous().data<float>().ToArray();
    }

    private (int Channels, int Height, int Width) ShapeOf(Inputs inputs, string where)
    {
        if (inputs is not DenseInputs dense)
            throw new UserErrorException($"the data are {inputs.Modality.Describe()}", "images", where, "take image-transforms out, or use a data source of images");
        long[] given = dense.Shape.Count == 1 && settings.RowsAs.Count == 3 ? [.. settings.RowsAs.Select(length => (long)length)] : [.. dense.Shape];
        if (given.Length != 3)
            throw new UserErrorException($"an input is a row of {string.Join(" × ", given)} numbers", "images [C, H, W]", where, "say the channels, height and width of rows in rows-as, such as [ 1, 8, 8 ]");
        return given.Aggregate((a, b) => a * b) == dense.Shape.Aggregate((a, b) => a * b) ? ((int)given[0], (int)given[1], (int)given[2])
            : throw new UserErrorException($"an input has {dense.Shape[0]} numbers", $"{string.Join(" × ", given)} = {given.Aggregate((a, b) => a * b)}", where, "correct rows-as");
    }

    private static int[] Positions(Split split, Func<int, bool> isOne) => [.. Enumerable.Range(0, split.Count).Where(position => isOne(split.Labels[position]))];
}
