using PluginKd.Torch;

namespace PluginKd.Hosting.Tests;

/// <summary>A teacher whose parts are teachers is stored, made again and learned from like any other.</summary>
public class EnsembleRunTests
{
    private const string Ensemble = """
        teacher={"use":"ensemble","members":[
          {"name":"small","teacher":{"use":"trained","model":{"use":"mlp","hidden":[4]},"epochs":5}},
          {"name":"large","weight":2,"teacher":{"use":"trained","model":{"use":"mlp","hidden":[16]},"epochs":10}}]}
        """;

    [Fact]
    public void A_run_learns_from_an_ensemble_and_the_next_one_finds_it_in_the_store()
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, Ensemble);
        Assert.NotNull(result.Find("teacher", "test", "accuracy"));
        // 4·4 + 4 and 4·3 + 3, 4·16 + 16 and 16·3 + 3.
        Assert.Equal(35 + 131, result.Models.Single(m => m.Name == "teacher").Parameters);

        var again = new CollectingWatcher();
        Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, Ensemble, "distill.loss.0.temperature=3");
        Assert.Contains("teacher", again.Stored);
        Assert.Contains("distill", again.Stages.Select(stage => stage.Split(':')[0]));
        Stores.RequireValid(folder);
    }

    [Fact]
    public void Its_file_holds_each_members_weights_and_names_no_model()
    {
        using var folder = new TemporaryFolder();
        var result = Pipelines.Run(folder, Pipelines.Tiny, Ensemble);
        using var file = SafeTensors.Open(Path.Combine(result.Folder, "teacher.safetensors"));
        Assert.All(file.Names, name => Assert.Matches("^(small|large)\\.", name));
        Assert.Equal("", file.Metadata["pluginkd.model"]);
    }

    [Fact]
    public void Another_setting_of_one_member_is_another_teacher()
    {
        using var folder = new TemporaryFolder();
        Pipelines.Run(folder, Pipelines.Tiny, Ensemble);
        var again = new CollectingWatcher();
        Pipelines.Run(folder, again, CancellationToken.None, Pipelines.Tiny, Ensemble, "teacher.members.1.teacher.epochs=11");
        Assert.Equal(["data"], again.Stored);
    }

    [Fact]
    public void What_is_wrong_with_a_member_is_told_with_its_place()
    {
        var unknown = Assert.Throws<PipelineException>(() => Pipelines.Check(Pipelines.Tiny, Ensemble, "teacher.members.1.teacher.epoch=3"));
        Assert.Equal("teacher.members.1.teacher.epoch", Assert.Single(unknown.Problems).Where);
        using var folder = new TemporaryFolder();
        var split = Assert.Throws<PipelineException>(() => Pipelines.Run(folder, Pipelines.Tiny, Ensemble, """teacher.members.0.teacher.on=["trian"]""", "teacher.members.1.name=small"));
        Assert.Equal(["teacher.members.0.teacher.on.0", "teacher.members.1.name"], split.Problems.Select(p => p.Where).Order(StringComparer.Ordinal));
    }
}
