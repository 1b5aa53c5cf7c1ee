using System.Globalization;
using System.Text.RegularExpressions;

namespace PluginKd.Augmentation.Tests;

public sealed partial class ImageTransformsTests : IDisposable
{
    private readonly KdTestHost _host = new(seed: 5, stage: "augment.0");

    public void Dispose() => _host.Dispose();

    [Fact]
    public void Gives_each_image_its_views_with_label_domain_and_weight()
    {
        var views = Assert.Single(Augment(new() { Views = 2, Padding = 1 }, Bundle()));
        Assert.Equal((SplitRole.Train, 6), (views.Role, views.Count));
        Assert.Equal([6, 1, 3, 4], Values(views).shape);
        Assert.Equal([0, 1, 0, 0, 1, 0], views.Labels);
        Assert.Equal(["a", "b", "c", "a", "b", "c"], views.Domains!);
        Assert.Equal([1, 2, 3, 1, 2, 3], views.Weights!);
        Assert.StartsWith("image-transforms: view 2 of 11: ", views.Origins![4], StringComparison.Ordinal);
    }

    // What is stored is what the origin says: the numbers in it make the same pixels again.
    [Fact]
    public void An_origin_holds_all_that_is_needed_to_make_the_view_again()
    {
        var data = Bundle();
        var views = Augment(new() { Views = 20, Padding = 2, Rotation = 25, Fill = 0.5 }, data)[0];
        var (images, stored, again) = (Values(data["train"]).data<float>().ToArray(), Values(views).data<float>().ToArray(), new float[12]);
        for (var i = 0; i < views.Count; i++)
        {
            var parts = Origin().Match(views.Origins![i]).Groups;
            Assert.True(parts[0].Success, views.Origins[i]);
            Assert.Equal(10 + (i % 3), Number(parts["index"]));
            new ViewTransform(parts["no"].Value.Length == 0, (int)Number(parts["down"]), (int)Number(parts["right"]), Number(parts["degrees"]))
                .Apply(images.AsSpan(i % 3 * 12, 12), 3, 4, 0.5, again);
            Assert.Equal(again, stored[(i * 12)..((i + 1) * 12)]);
        }

        Assert.Equal(views.Count, views.Origins!.Distinct().Count());
    }

    [Fact]
    public void A_view_stays_the_same_when_other_images_come_and_changes_with_the_seed()
    {
        var settings = new ImageTransformsSettings { Rotation = 10 };
        var data = Bundle();
        var all = Augment(settings, data)[0];
        var some = Augment(settings, new DataBundle(data.Classes, [data["train"].Take([1, 2])]))[0];
        Assert.Equal(all.Origins!.Skip(1), some.Origins!);
        Assert.Equal(Values(all).narrow(0, 1, 2).contiguous().data<float>().ToArray(), Values(some).data<float>().ToArray());
        using var other = new KdTestHost(seed: 6, stage: "augment.0");
        Assert.NotEqual(all.Origins!, new ImageTransforms(settings).Augment(new AugmentationContext(other.Stage, data))[0].Origins!);
    }

    [Fact]
    public void Images_without_a_label_stay_without()
    {
        var train = Bundle()["train"];
        var data = new DataBundle(["x", "y"], [train with { Labels = [0, Split.Unlabelled, 1] }, train with { Name = "unlabelled", Role = SplitRole.Unlabelled, Labels = [-1, -1, -1] }]);
        var made = Augment(new() { On = ["train", "unlabelled"] }, data);
        Assert.Equal(["Train 2", "Unlabelled 1", "Unlabelled 3"], made.Select(split => $"{split.Role} {split.Count}"));
        Assert.Equal([0, 1], made[0].Labels);
        Assert.All(made.Skip(1), split => Assert.All(split.Labels, label => Assert.Equal(Split.Unlabelled, label)));
    }

    [Fact]
    public void Many_images_go_through_files()
    {
        var images = arange(0, 5000, dtype: float32).reshape(-1, 1, 1, 1).expand(5000, 1, 30, 30);
        var data = new DataBundle(["x", "y"], [new Split("train", SplitRole.Train, new DenseInputs(images), [.. Enumerable.Range(0, 5000).Select(i => i % 2)], [.. Enumerable.Range(0, 5000).Select(i => (long)i)])]);
        var values = Values(Augment(new() { Padding = 0, Flip = 1 }, data)[0]);
        Assert.NotEmpty(Directory.EnumerateFiles(_host.Stage.Files.Scratch()));
        Assert.Equal(images.select(3, 7).select(2, 3).contiguous().data<float>().ToArray(), values.select(3, 7).select(2, 3).contiguous().data<float>().ToArray());
    }

    [Fact]
    public void Refuses_what_would_give_copies() => Assert.Equal("flip, padding and rotation are 0: views would be copies",
        Assert.Throws<UserErrorException>(() => Augment(new() { Flip = 0, Padding = 0 }, Bundle())).Found);

    [Fact]
    public void Finds_before_anything_is_trained_what_does_not_fit_the_data()
    {
        var train = Bundle()["train"];
        var data = new DataBundle(["x", "y"], [train, train with { Name = "validation", Role = SplitRole.Validation }]);
        Assert.Empty(Check(new(), data));
        Assert.Equal([("there is no split 'tain' to train on", "on.0")], Check(new() { On = ["tain"] }, data));
        Assert.Equal([("split 'validation' is for choosing models", "on")], Check(new() { On = ["validation"] }, data));
        Assert.Equal([("the data are texts", "rows-as")], Check(new(), TinyData.Of(Modality.Text)));
        var rows = new DataBundle(["x", "y"], [new Split("train", SplitRole.Train, new DenseInputs(zeros(2, 6)), [0, 1], [0, 1])]);
        Assert.Equal([("an input is a row of 6 numbers", "rows-as")], Check(new(), rows));
        Assert.Equal([("an input has 6 numbers", "rows-as")], Check(new() { RowsAs = [1, 2, 2] }, rows));
        Assert.Empty(Check(new() { RowsAs = [1, 2, 3] }, rows));
    }

    private static (string, string)[] Check(ImageTransformsSettings settings, DataBundle data) => [.. new ImageTransforms(settings).Check(data).Select(e => (e.Found, e.Where))];

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    private static DataBundle Bundle() => new(["x", "y"],
    [
        new Split("train", SplitRole.Train, new DenseInputs(arange(0, 36, dtype: float32).reshape(3, 1, 3, 4)), [0, 1, 0], [10, 11, 12])
        {
            Domains = ["a", "b", "c"],
            Weights = [1, 2, 3],
        },
    ]);

    private IReadOnlyList<Split> Augment(ImageTransformsSettings settings, DataBundle data) => new ImageTransforms(settings).Augment(new AugmentationContext(_host.Stage, data));

    private static Tensor Values(Split split) => ((DenseInputs)split.Inputs).Values;

    [GeneratedRegex(@"^image-transforms: view \d+ of (?<index>\d+): (?<no>no )?flip, down (?<down>-?\d+), right (?<right>-?\d+), rotate (?<degrees>-?[\d.E-]+)°$")]
    private static partial Regex Origin();
}
