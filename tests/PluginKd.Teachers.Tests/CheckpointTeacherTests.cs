using PluginKd.Torch;

namespace PluginKd.Teachers.Tests;

public sealed class CheckpointTeacherTests : IDisposable
{
    private static readonly DataBundle Data = new(["a", "b"], [new Split("train", SplitRole.Train, new DenseInputs(ones(2, 2)), [0, 1], [0, 1])]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // z = W·x + b = (1 + 2 + 5, 3 + 4 + 6) for x = (1, 1).
    [Fact]
    public void Answers_with_the_weights_of_the_file_frozen_and_in_evaluation_mode()
    {
        Write(("layer.weight", Weight), ("layer.bias", Bias));
        using var network = Obtain();
        Assert.Equal([8f, 13f, 8f, 13f], network.call(network.Encode(Data["train"].Inputs)).Logits.reshape(-1).data<float>().ToArray());
        Assert.False(network.training);
        Assert.All(network.parameters(), p => Assert.False(p.requires_grad));
    }

    [Fact]
    public void Takes_the_prefix_off_and_passes_over_other_tensors()
    {
        Write(("module.layer.weight", Weight), ("module.layer.bias", Bias.to(float64)), ("step", Bias));
        using var network = Obtain("module.");
        Assert.Equal([5f, 6f], network.state_dict()["layer.bias"].data<float>().ToArray());
    }

    [Fact]
    public void Says_which_prefix_would_do()
    {
        Write(("module.layer.weight", Weight), ("module.layer.bias", Bias));
        var error = Assert.Throws<UserErrorException>(() => Obtain());
        Assert.Equal("the file has no tensor 'layer.weight', and 1 more are so", error.Found);
        Assert.Equal("set teacher.prefix to 'module.'", error.Fix);
    }

    [Fact]
    public void Names_the_nearest_tensor_of_one_that_is_missing()
    {
        Write(("layer.weight", Weight), ("layer.shift", Bias), ("other", Bias));
        var error = Assert.Throws<UserErrorException>(() => Obtain());
        Assert.Equal(("the file has no tensor 'layer.bias'", "[2], one of 2 tensors of the model"), (error.Found, error.Expected));
        Assert.EndsWith("is 'layer.shift'", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_tensor_that_the_model_has_not()
    {
        Write(("layer.weight", Weight), ("layer.bias", Bias), ("layer.scale", Bias));
        Assert.Equal("the file has a tensor 'layer.scale' that the model has not", Assert.Throws<UserErrorException>(() => Obtain()).Found);
    }

    [Fact]
    public void Shows_both_shapes_when_they_differ()
    {
        Write(("layer.weight", zeros(3, 2)), ("layer.bias", Bias));
        var error = Assert.Throws<UserErrorException>(() => Obtain());
        Assert.Equal(("'layer.weight' is [3, 2] in the file", "[2, 2], as the model has it"), (error.Found, error.Expected));
    }

    [Fact]
    public void Refuses_a_network_for_other_classes()
    {
        SafeTensors.Write(File, new Dictionary<string, Tensor> { ["layer.weight"] = Weight }, new Dictionary<string, string> { ["pluginkd.classes"] = "[\"b\",\"a\"]" });
        Assert.Equal("the file is of a network for the classes b, a", Assert.Throws<UserErrorException>(() => Obtain()).Found);
    }

    [Fact]
    public void Says_so_when_the_file_is_not_there() => Assert.Equal($"there is no file '{File}'", Assert.Throws<UserErrorException>(() => Obtain()).Found);

    [Fact]
    public void Says_so_when_the_file_is_none_of_safetensors()
    {
        _folder.File("weights.safetensors", "PK");
        Assert.StartsWith("the file cannot be read: ", Assert.Throws<UserErrorException>(() => Obtain()).Found, StringComparison.Ordinal);
    }

    private static Tensor Weight => tensor(new[] { 1f, 2f, 3f, 4f }).reshape(2, 2);

    private static Tensor Bias => tensor(new[] { 5f, 6f });

    private string File => Path.Combine(_folder.Path, "weights.safetensors");

    private void Write(params (string Name, Tensor Value)[] tensors) => SafeTensors.Write(File, tensors.ToDictionary(t => t.Name, t => t.Value));

    private Network Obtain(string prefix = "") => new CheckpointTeacher(new() { Model = new LinearModel(), Path = "weights.safetensors", Prefix = prefix })
        .Obtain(new TeacherContext(new StageContext { Name = "teacher", StageSeed = 1, BaseFolder = _folder.Path }, Data))["teacher"];
}
