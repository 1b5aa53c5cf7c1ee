namespace PluginKd.Data.Generated.Tests;

public sealed class GeneratedImagesConformance : KdConformance<GeneratedImages>
{
    protected override object[] Settings =>
    [
        new GeneratedImagesSettings { Train = 24, Unlabelled = 12, Validation = 6, Test = 12, Side = 8 },
        new GeneratedImagesSettings { Train = 8, Unlabelled = 4, Validation = 0, Test = 4, Side = 12, Shapes = ["star", "ring"], Domains = ["striped", "dotted", "flat"], TestDomains = [], UnlabelledDomains = ["dotted"], Noise = 0, Jitter = 1, Ambiguous = 1 },
    ];
}

public class GeneratedImagesTests
{
    private static readonly GeneratedImagesSettings Small = new() { Train = 48, Unlabelled = 24, Validation = 12, Test = 24, Side = 16 };

    // Everything at its usual place, of its usual size.
    private static readonly GeneratedImagesSettings Still = Small with { Side = 64, Train = 24, Noise = 0, Jitter = 0, Ambiguous = 0, Domains = ["flat"], TestDomains = [] };

    [Fact]
    public void Has_the_splits_with_their_sizes_domains_and_even_classes()
    {
        var data = Load(Small with { UnlabelledDomains = ["dotted"] });
        Assert.Equal(["train 48", "validation 12", "test 24", "test-outlined 24", "unlabelled 24"], data.Splits.Select(s => $"{s.Name} {s.Count}"));
        Assert.Equal(Small.Shapes, data.Classes);
        Assert.All(data.Splits.Where(s => s.Role != SplitRole.Unlabelled), s => Assert.All(s.Labels.CountBy(l => l), c => Assert.Equal(s.Count / 6, c.Value)));
        Assert.All(data["unlabelled"].Labels, label => Assert.Equal(Split.Unlabelled, label));
        Assert.Equal(["flat", "striped"], data["train"].Domains!.Distinct());
        Assert.Equal(["outlined"], data["test-outlined"].Domains!.Distinct());
        Assert.Equal(["dotted"], data["unlabelled"].Domains!.Distinct());
        Assert.Equal(["dotted", "flat", "striped"], Load(Small)["unlabelled"].Domains!.Distinct().Order());
        Assert.Equal([48, 3, 16, 16], Values(data["train"]).shape);
    }

    [Fact]
    public void Paints_the_same_for_a_seed_and_the_number_of_unlabelled_images_changes_no_other_split()
    {
        var (first, more, other) = (Load(Small), Load(Small with { Unlabelled = 30 }), Load(Small, seed: 2));
        foreach (var name in new[] { "train", "validation", "test", "test-outlined" }) Assert.True(Values(first[name]).equal(Values(more[name])).all().ToBoolean());
        Assert.False(Values(first["train"]).equal(Values(other["train"])).all().ToBoolean());
        // More of a split goes on where less ended.
        Assert.True(Values(first["unlabelled"]).equal(Values(more["unlabelled"]).narrow(0, 0, 24)).all().ToBoolean());
    }

    // Areas worked out by hand: π; 1.56²; ¾·√3 of the triangle in a circle of radius 1; two bars of 0.6 × 1.9 less the square in common; π·(1 − 0.55²); ten triangles with sides 1 and 0.42 and 36° between.
    [Theory]
    [InlineData("circle", 3.14159)]
    [InlineData("square", 2.4336)]
    [InlineData("triangle", 1.29904)]
    [InlineData("cross", 1.92)]
    [InlineData("ring", 2.19126)]
    [InlineData("star", 1.23435)]
    public void A_shape_covers_its_area(string shape, double area)
    {
        var number = Still.Shapes.ToList().IndexOf(shape);
        var image = Values(Load(Still)["train"])[number];
        // The corner is ground; the farthest from it is ink.
        var distance = (image - image.narrow(1, 0, 1).narrow(2, 0, 1)).abs().sum([0]);
        var covered = (distance / distance.max()).sum().ToDouble();
        var radius = 0.32 * 64;
        // Three points a pixel in each direction: an edge along the pixels may miss a sixth of one.
        Assert.Equal(area, covered / (radius * radius), 0.06);
    }

    // A line of 0.22 radii around a circle: π·(1 − 0.78²).
    [Fact]
    public void An_outline_covers_the_edge_alone()
    {
        var image = Values(Load(Still with { Domains = ["outlined"] })["train"])[0];
        var distance = (image - image.narrow(1, 0, 1).narrow(2, 0, 1)).abs().sum([0]);
        Assert.Equal(Math.PI * (1 - (0.78 * 0.78)), (distance / distance.max()).sum().ToDouble() / (0.32 * 64 * 0.32 * 64), 0.02);
        Assert.Equal(0, distance[32, 32].ToDouble());
    }

    [Fact]
    public void Grounds_are_dark_or_bright_by_domain_and_dotted_ones_have_dots()
    {
        var data = Load(Small with { Noise = 0, Ambiguous = 0, TestDomains = [] })["train"];
        for (var i = 0; i < data.Count; i++)
        {
            var corner = Values(data)[i].narrow(1, 0, 1).narrow(2, 0, 1).reshape(-1).data<float>().ToArray();
            Assert.All(corner, sample => Assert.True(data.Domains![i] is "flat" or "dotted" ? sample <= 0.45 : sample >= 0.55, $"{data.Domains[i]}: {sample}"));
        }

        // Above the shape, along a row through dots.
        int Colours(string domain) => Values(Load(Still with { Domains = [domain] })["train"])[0, 0, 3].data<float>().ToArray().Distinct().Count();
        Assert.Equal((1, 2), (Colours("flat"), Colours("dotted")));
    }

    [Fact]
    public void Noise_is_as_strong_as_it_says()
    {
        var plain = Values(Load(Small with { Noise = 0 })["train"]);
        var noisy = Values(Load(Small with { Noise = 0.05 })["train"]);
        // Colours near 0 or 1 cut a little off.
        Assert.InRange((noisy - plain).std().ToDouble(), 0.04, 0.05);
    }

    [Fact]
    public void Ambiguous_images_are_the_share_that_was_asked_for()
    {
        var settings = Small with { Noise = 0, Train = 600 };
        var (plain, mixed) = (Values(Load(settings with { Ambiguous = 0 })["train"]), Values(Load(settings with { Ambiguous = 0.3 })["train"]));
        var changed = (plain - mixed).abs().flatten(1).sum(1).gt(0).to(float32).mean().ToDouble();
        Assert.InRange(changed, 0.24, 0.36);
    }

    [Theory]
    [InlineData("flat", "", "")]
    [InlineData("outlined", "", "")]
    [InlineData("flat dotted", "", "")]
    [InlineData("flat outlined", "", "test-outlined")]
    [InlineData("flat outlined", "flat", "")]
    [InlineData("flat outlined", "outlined", "")]
    [InlineData("flat dotted outlined", "dotted", "test-outlined")]
    public void Holds_out_what_the_domains_have(string domains, string unlabelled, string held)
    {
        var data = Load(Small with { Domains = domains.Split(' '), UnlabelledDomains = unlabelled.Split(' ', StringSplitOptions.RemoveEmptyEntries) });
        Assert.Equal(held, string.Join(' ', data.Splits.Select(s => s.Name).Where(name => name.StartsWith("test-", StringComparison.Ordinal))));
    }

    [Fact]
    public void Says_what_does_not_fit()
    {
        Assert.Equal("there is no 'blob' among the shapes", Found(Small with { Shapes = ["circle", "blob"] }));
        Assert.StartsWith("did you mean 'circle'?", Assert.Throws<UserErrorException>(() => Load(Small with { Shapes = ["square", "cirle"] })).Fix, StringComparison.Ordinal);
        Assert.Equal("'circle' stands twice", Found(Small with { Shapes = ["circle", "circle"] }));
        Assert.Equal("there is no 'oil' among the domains", Found(Small with { Domains = ["oil"] }));
        Assert.Equal("there is no domain 'outlined'", Found(Small with { Domains = ["flat"], TestDomains = ["outlined"] }));
        Assert.Equal("no domain is left to train on", Found(Small with { Domains = ["outlined"], TestDomains = ["outlined"] }));
        static string Found(GeneratedImagesSettings settings) => Assert.Throws<UserErrorException>(() => Load(settings)).Found;
    }

    private static Tensor Values(Split split) => ((DenseInputs)split.Inputs).Values;

    private static DataBundle Load(GeneratedImagesSettings settings, long seed = 1) => new GeneratedImages(settings).Load(new StageContext { Name = "data", StageSeed = seed });
}
