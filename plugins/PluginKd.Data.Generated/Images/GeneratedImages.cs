namespace PluginKd.Data.Generated;

/// <summary>Coloured images of shapes, drawn in several manners: the shape is the class, the manner the domain.</summary>
/// <remarks>
/// <para>Place, size, angle and colours are drawn for each image from a seed of its own; manners differ in what fills shape and background, in which of both is dark, and in whether shapes are filled or drawn by a line. Some images have a paler
/// shape of another class over the first (<c>ambiguous</c>). Labels come in turn, so classes and domains are as even as they can be. Many images go to files of the stage, which are mapped.</para>
/// </remarks>
/// <param name="settings">How many, of what, how hard.</param>
[KdPlugin("generated-images", Settings = typeof(GeneratedImagesSettings))]
public sealed class GeneratedImages(GeneratedImagesSettings settings) : IDataSource
{
    private const string UsuallyHeldOut = "outlined";

    private IReadOnlyList<string> TestDomains => settings.TestDomains
        ?? (settings.Domains.Except(settings.UnlabelledDomains).Contains(UsuallyHeldOut) && settings.Domains.Except(settings.UnlabelledDomains).Count() > 1 ? [UsuallyHeldOut] : []);

    /// <inheritdoc />
    public DataBundle Load(StageContext context)
    {
        Require("shapes", settings.Shapes, [.. Shape.All.Keys]);
        Require("domains", settings.Domains, [.. Manner.All.Select(manner => manner.Name)]);
        var roles = new DomainRoles(TestDomains, settings.UnlabelledDomains);
        roles.Check(settings.Domains);
        string[] trained = [.. settings.Domains.Where(roles.IsTrained)];
        List<Split> splits = [];
        Add("train", SplitRole.Train, settings.Train, trained);
        Add("validation", SplitRole.Validation, settings.Validation, trained);
        Add("test", SplitRole.Test, settings.Test, trained);
        foreach (var domain in roles.Test) Add($"test-{domain}", SplitRole.Test, settings.Test, [domain]);
        // Last, so that their number changes no other split.
        Add("unlabelled", SplitRole.Unlabelled, settings.Unlabelled, settings.UnlabelledDomains.Count > 0 ? settings.UnlabelledDomains : trained);
        return new DataBundle(settings.Shapes, splits);

        void Add(string name, SplitRole role, int count, IReadOnlyList<string> domains)
        {
            if (count > 0) splits.Add(Paint(name, role, count, domains, splits.Sum(split => split.Count), context));
        }
    }

    private Split Paint(string name, SplitRole role, int count, IReadOnlyList<string> domains, long first, StageContext context)
    {
        var (painter, pixels, seed) = (new ImagePainter(settings), new RowStore(context.Files.Scratch, name: name), context.Seed(name));
        Manner[] manners = [.. domains.Select(domain => Manner.All.Single(manner => manner.Name == domain))];
        var (labels, domainOf) = (new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            context.Cancellation.ThrowIfCancellationRequested();
            (labels[i], domainOf[i]) = (i % settings.Shapes.Count, i / settings.Shapes.Count % manners.Length);
            var image = painter.Paint(labels[i], manners[domainOf[i]], new SeededRandom(Seeds.Derive(seed, $"{i}")));
            pixels.Add(image);
            pixels.EndRow(image.Length);
        }

        return new Split(name, role, new DenseInputs(pixels.Parts([3, settings.Side, settings.Side])), role == SplitRole.Unlabelled ? null : labels, [.. Enumerable.Range(0, count).Select(i => first + i)])
        {
            Domains = new PickedList<string>([.. domains], domainOf),
        };
    }

    private static void Require(string setting, IReadOnlyList<string> names, IReadOnlyList<string> known)
    {
        for (var i = 0; i < names.Count; i++)
        {
            if (!known.Contains(names[i]))
                throw new UserErrorException($"there is no '{names[i]}' among the {setting}", $"some of: {string.Join(", ", known)}", $"data.{setting}.{i}", NearestName.Hint(names[i], known));
            if (names.Take(i).Contains(names[i])) throw new UserErrorException($"'{names[i]}' stands twice", "each name once", $"data.{setting}.{i}", "remove one");
        }
    }
}
