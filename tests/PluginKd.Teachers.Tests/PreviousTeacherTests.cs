using PluginKd.Torch;

namespace PluginKd.Teachers.Tests;

public sealed class PreviousTeacherTests : IDisposable
{
    private static readonly DataBundle Data = new(["a", "b"], [new Split("train", SplitRole.Train, new DenseInputs(ones(2, 2)), [0, 1], [0, 1])]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    // z = W·x + b = (1 + 2 + 5, 3 + 4 + 6) for x = (1, 1).
    [Fact]
    public void Answers_with_the_weights_of_the_runs_student_frozen()
    {
        Write("student.safetensors", "linear");
        using var network = Obtain(new OneLayer());
        Assert.Equal([8f, 13f, 8f, 13f], network.call(network.Encode(Data["train"].Inputs)).Logits.reshape(-1).data<float>().ToArray());
        Assert.False(network.training);
        Assert.All(network.parameters(), p => Assert.False(p.requires_grad));
    }

    [Fact]
    public void Another_model_is_refused_with_what_to_write()
    {
        Write("student.safetensors", "mlp");
        var error = Assert.Throws<UserErrorException>(() => Obtain(new OneLayer()));
        Assert.Equal(("the network is of the model 'mlp'", "'linear', as teacher.model has it", """write "model": {"use":"mlp","hidden":[8]}"""), (error.Found, error.Expected, error.Fix));
    }

    [Fact]
    public void A_file_of_other_classes_or_of_no_run_or_of_an_ensemble_is_refused()
    {
        Write("student.safetensors", "linear", """["b","a"]""");
        Assert.Equal("the file is of a network for the classes b, a", Assert.Throws<UserErrorException>(() => Obtain(new OneLayer())).Found);
        Write("student.safetensors", "");
        Assert.Equal("the network is of no single model, such as an ensemble", Assert.Throws<UserErrorException>(() => Obtain(new OneLayer())).Found);
        Write("student.safetensors", null);
        Assert.StartsWith("the file is of no run", Assert.Throws<UserErrorException>(() => Obtain(new OneLayer())).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_that_is_not_there_is_told_with_those_beside_it()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "runs", "1-reviews"));
        _folder.File("runs/.store/student.safetensors", "no run");
        Assert.Equal("the folder of a run; there are no runs beside it or in .kd/runs", Assert.Throws<UserErrorException>(() => Obtain(new OneLayer(), "runs/2-reviews")).Expected);
        Write("student.safetensors", "linear");
        var error = Assert.Throws<UserErrorException>(() => Obtain(new OneLayer(), "runs/2-reviews"));
        Assert.Equal(("teacher.run", "the folder of a run; beside it are 1-tiny"), (error.Where, error.Expected));
        Assert.StartsWith("there is no file", Assert.Throws<UserErrorException>(() => Obtain(new OneLayer(), "runs/1-reviews")).Found, StringComparison.Ordinal);
    }

    private void Write(string name, string? model, string classes = """["a","b"]""")
    {
        var path = Path.Combine(Directory.CreateDirectory(Path.Combine(_folder.Path, "runs", "1-tiny")).FullName, name);
        SafeTensors.Write(path, new Dictionary<string, Tensor> { ["layer.weight"] = tensor(new[] { 1f, 2f, 3f, 4f }).reshape(2, 2), ["layer.bias"] = tensor(new[] { 5f, 6f }) },
            model is null ? null : new Dictionary<string, string> { ["pluginkd.model"] = model, ["pluginkd.settings"] = $$"""{"use":"{{model}}","hidden":[8]}""", ["pluginkd.classes"] = classes });
    }

    private Network Obtain(IModel model, string run = "runs/1-tiny") => new PreviousTeacher(new() { Model = model, Run = run })
        .Obtain(new TeacherContext(new StageContext { Name = "teacher", StageSeed = 1, BaseFolder = _folder.Path }, Data))["teacher"];

    // The linear model as a plugin, which has a name.
    [KdPlugin("linear")]
    private sealed class OneLayer : IModel
    {
        private readonly LinearModel _inner = new();

        public IReadOnlyList<Modality> Takes => _inner.Takes;

        public IReadOnlyList<string> Signals => _inner.Signals;

        public Network Create(ModelRequest request) => _inner.Create(request);
    }
}
