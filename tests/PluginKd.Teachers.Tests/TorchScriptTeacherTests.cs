namespace PluginKd.Teachers.Tests;

public sealed class TorchScriptTeacherTests : IDisposable
{
    // x = (2, -1, 9, 9): hidden (2, 0), logits (2 + 0.5, 0, 2 - 1). x = (1, 3, 0, 0): hidden (1, 3), logits (1.5, 3, 3).
    private static readonly DataBundle Data = new(["a", "b", "c"],
        [new Split("train", SplitRole.Train, new DenseInputs(tensor(new float[] { 2, -1, 9, 9, 1, 3, 0, 0 }).reshape(2, 4)), [0, 1], [0, 1])]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Answers_with_the_outputs_that_are_named_in_evaluation_mode()
    {
        using var network = Obtain("pair.pt", logits: 1, embedding: 0);
        var signals = network.call(network.Encode(Data["train"].Inputs));
        Assert.Equal([2.5f, 0f, 1f, 1.5f, 3f, 3f], signals.Logits.reshape(-1).data<float>().ToArray());
        Assert.Equal([2f, 0f, 1f, 3f], signals[SignalNames.Embedding].reshape(-1).data<float>().ToArray());
        Assert.All(network.parameters(), p => Assert.False(p.requires_grad));
        Assert.Equal((2 * 4) + (3 * 2) + 3, network.parameters().Sum(p => p.numel()));
    }

    [Fact]
    public void A_module_with_one_output_answers_with_it()
    {
        using var network = Obtain("single.pt");
        Assert.Equal([4f, -2f, 18f, 2f, 6f, 0f], network.call(network.Encode(Data["train"].Inputs)).Logits.reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void Stored_weights_come_back_into_the_module_and_count()
    {
        using var network = Obtain("pair.pt", logits: 1);
        using var again = Teacher("pair.pt", 1).Create("teacher", new ModelRequest(Data["train"].Inputs, 3, network.Saved));
        var weights = network.state_dict().ToDictionary(w => w.Key, w => w.Value.clone());
        weights["script.last.bias"].add_(1);
        again.load_state_dict(weights);
        again.eval();
        Assert.Equal([3.5f, 1f, 2f, 2.5f, 4f, 4f], again.call(again.Encode(Data["train"].Inputs)).Logits.reshape(-1).data<float>().ToArray());
    }

    [Fact]
    public void Another_file_than_the_stored_one_is_refused()
    {
        using var network = Obtain("pair.pt", logits: 1);
        var error = Assert.Throws<UserErrorException>(() => Teacher("single.pt").Create("teacher", new ModelRequest(Data["train"].Inputs, 3, network.Saved)));
        Assert.Equal("the file is another one than when the teacher was stored", error.Found);
    }

    [Theory]
    [InlineData(0, null, "the logits of 2 examples are [2, 2]")]
    [InlineData(2, null, "the module has 2 outputs, and logits would be number 2")]
    [InlineData(1, 5, "the module has 2 outputs, and embedding would be number 5")]
    public void Outputs_that_do_not_fit_the_classes_are_found_by_a_dry_batch(int logits, int? embedding, string found) =>
        Assert.Equal(found, Assert.Throws<UserErrorException>(() => Obtain("pair.pt", logits, embedding)).Found);

    [Fact]
    public void Inputs_of_another_width_and_outputs_that_are_no_tensors_are_found_by_it_too()
    {
        var narrow = new DataBundle(["a", "b", "c"], [new Split("train", SplitRole.Train, new DenseInputs(ones(1, 3)), [0], [0])]);
        var error = Assert.Throws<UserErrorException>(() => Teacher("pair.pt", 1).Obtain(Context(narrow)));
        Assert.StartsWith("the module cannot be called with float32 [1, 3]: ", error.Found, StringComparison.Ordinal);
        Assert.StartsWith("the module cannot be called with float32 [2, 4]: ", Assert.Throws<UserErrorException>(() => Obtain("named.pt")).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_missing_or_no_script_is_told()
    {
        Assert.StartsWith("there is no file", Assert.Throws<UserErrorException>(() => Obtain("nowhere.pt")).Found, StringComparison.Ordinal);
        var weights = _folder.File("weights.pt", "PK");
        Assert.StartsWith("the file is no TorchScript: ", Assert.Throws<UserErrorException>(() => Obtain(weights)).Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Texts_are_refused_before_anything_is_opened() =>
        Assert.Equal("path", Assert.Single(Teacher("nowhere.pt").Check(new DataBundle(["a", "b"], [new Split("train", SplitRole.Train, new TextInputs(["x"]), [0], [0])]))).Where);

    private static TorchScriptTeacher Teacher(string file, int logits = 0, int? embedding = null) =>
        new(new() { Path = Path.Combine(AppContext.BaseDirectory, "scripts", file), Logits = logits, Embedding = embedding });

    private static Network Obtain(string file, int logits = 0, int? embedding = null) => Teacher(file, logits, embedding).Obtain(Context(Data))["teacher"];

    private static TeacherContext Context(DataBundle data) => new(new StageContext { Name = "teacher", StageSeed = 1 }, data);
}
