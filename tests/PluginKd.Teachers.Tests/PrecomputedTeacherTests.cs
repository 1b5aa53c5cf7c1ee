using System.Buffers.Binary;
using System.Text;
using PluginKd.Torch;

namespace PluginKd.Teachers.Tests;

public sealed class PrecomputedTeacherTests : IDisposable
{
    private static readonly float[] Points = [0, 0, 1, 1, 2, 2];

    // Numbers 10, 11 and 12; the validation example is like none of them.
    private static readonly DataBundle Data = new(["neg", "pos"],
    [
        new Split("train", SplitRole.Train, new DenseInputs(tensor(Points).reshape(3, 2)), [0, 1, 1], [10, 11, 12]),
        new Split("validation", SplitRole.Validation, new DenseInputs(full([1, 2], 7f)), [1], [20]),
    ]);

    private static readonly DataBundle Texts = new(["neg", "pos"], [new Split("train", SplitRole.Train, new TextInputs(["a, b", "say \"hi\"", "two\nlines"]), [0, 1, 1], [0, 1, 2])]);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Rows_in_order_go_to_the_examples_in_order_and_columns_to_the_classes_by_name()
    {
        _folder.File("logits.csv", "pos,neg\n1,-1\n2.5,-2e-1\n\n3,0\n");
        using var network = Obtain("logits.csv");
        Assert.Equal([-1f, 1f, -0.2f, 2.5f, 0f, 3f], Answer(network, Data["train"].Inputs));
        Assert.Equal([0f, 3f, -1f, 1f], Answer(network, Data["train"].Inputs.Take([2, 0])));
    }

    [Fact]
    public void Rows_by_number_find_their_examples_in_every_split_and_others_are_passed_over()
    {
        _folder.File("logits.tsv", "neg\tid\tpos\n1\t12\t2\n3\t20\t4\n5\t10\t6\n0\t99\t0\n7\t11\t8\n");
        using var network = Obtain("logits.tsv", RowAlignment.Id);
        Assert.Equal([5f, 6f, 7f, 8f, 1f, 2f], Answer(network, Data["train"].Inputs));
        Assert.Equal([3f, 4f], Answer(network, Data["validation"].Inputs));
    }

    [Fact]
    public void Rows_by_text_find_it_with_commas_quotes_and_line_ends_in_it()
    {
        _folder.File("logits.csv", "text,neg,pos\n\"two\nlines\",1,2\n\"a, b\",3,4\n\"say \"\"hi\"\"\",5,6\nunseen,7,8\n");
        using var network = Obtain("logits.csv", RowAlignment.Text, data: Texts);
        Assert.Equal([3f, 4f, 5f, 6f, 1f, 2f], Answer(network, Texts["train"].Inputs));
        // Such as a test example, which no plugin sees.
        Assert.Equal([7f, 8f], Answer(network, new TextInputs(["unseen"])));
    }

    // (1 + 4)/2 and (2 + 8)/2.
    [Fact]
    public void Examples_with_the_same_input_share_the_mean_of_their_rows()
    {
        _folder.File("logits.csv", "neg,pos\n1,2\n4,8\n");
        var twice = new DataBundle(["neg", "pos"], [new Split("train", SplitRole.Train, new DenseInputs(ones(2, 3)), [0, 1], [0, 1])]);
        using var network = Obtain("logits.csv", data: twice);
        Assert.Equal([2.5f, 5f, 2.5f, 5f], Answer(network, twice["train"].Inputs));
    }

    [Theory]
    [InlineData("<f4", 4)]
    [InlineData("<f8", 8)]
    public void Npy_files_are_read_row_by_row(string type, int size)
    {
        Npy("logits.npy", $"{{'descr': '{type}', 'fortran_order': False, 'shape': (3, 2), }}", size, [1, 2, 3, 4, 5, 6.5]);
        using var network = Obtain("logits.npy");
        Assert.Equal([1f, 2f, 3f, 4f, 5f, 6.5f], Answer(network, Data["train"].Inputs));
    }

    [Theory]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }", "the logits are [2, 3]")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (6,), }", "the logits are [6]")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (99999999999999999999, 2), }", "the shape is (99999999999999999999, 2)")]
    [InlineData("{'descr': '<f4', 'fortran_order': True, 'shape': (3, 2), }", "the array lies column by column (fortran_order)")]
    [InlineData("{'descr': '<i4', 'fortran_order': False, 'shape': (3, 2), }", "the numbers are of type '<i4'")]
    [InlineData("{'descr': '<f4', 'fortran_order': False, 'shape': (4, 2), }", "24 bytes follow the header, and 32 belong there")]
    public void An_npy_file_of_another_shape_or_type_is_refused(string header, string found)
    {
        Npy("logits.npy", header, 4, [1, 2, 3, 4, 5, 6]);
        Assert.Equal(found, Error("logits.npy").Found);
    }

    [Fact]
    public void An_npy_file_that_was_cut_short_is_refused()
    {
        File.WriteAllBytes(Path.Combine(_folder.Path, "logits.npy"), [0x93, .. "NUMPY"u8, 1, 0, 200, 0, .. "{'descr'"u8]);
        Assert.Equal("the header of the .npy file ends too early", Error("logits.npy").Found);
    }

    [Fact]
    public void Safetensors_files_hold_rows_in_order_or_with_numbers_beside_them()
    {
        var path = Path.Combine(_folder.Path, "logits.safetensors");
        SafeTensors.Write(path, new Dictionary<string, Tensor> { ["logits"] = arange(6, float32).reshape(3, 2), ["ids"] = tensor(new long[] { 12, 11, 10 }) });
        using var ordered = Obtain("logits.safetensors");
        Assert.Equal([0f, 1f, 2f, 3f, 4f, 5f], Answer(ordered, Data["train"].Inputs));
        using var numbered = Obtain("logits.safetensors", RowAlignment.Id);
        Assert.Equal([4f, 5f, 2f, 3f, 0f, 1f], Answer(numbered, Data["train"].Inputs));

        SafeTensors.Write(path, new Dictionary<string, Tensor> { ["scores"] = ones(3, 2) });
        Assert.Equal("the file has no tensor 'logits', only scores", Error("logits.safetensors").Found);
    }

    [Theory]
    [InlineData("neg,pos\n1,2\n3\n5,6\n", "the line has 1 columns", 3)]
    [InlineData("neg,pos\n1,2\n3,4,5\n5,6\n", "the line has 3 columns", 3)]
    [InlineData("neg,pos\n1,2\n\n3,x\n5,6\n", "'x' is no number", 4)]
    [InlineData("neg,pos\n1,2\n3,NaN\n5,6\n", "a logit is NaN", 3)]
    [InlineData("neg,pos\n1,2\n3,-Infinity\n5,6\n", "a logit is -Infinity", 3)]
    [InlineData("neg,pos\n1,1e999\n3,4\n5,6\n", "a logit is Infinity", 2)]
    [InlineData("id,neg,pos\n0,1,2\n", "the first line has a column 'id'", 1)]
    [InlineData("neg,pos\n1,2\n", "the file has 1 rows", 2)]
    [InlineData("neg,pos\n1,2\n3,4\n5,6\n7,8\n", "the file has 4 rows", 5)]
    [InlineData("negative,pos\n1,2\n", "the first line has no column 'neg'", 1)]
    [InlineData("neg,pos,extra\n1,2,3\n", "the first line has a column 'extra'", 1)]
    [InlineData("neg,pos,neg\n1,2,3\n", "the first line twice has a column 'neg'", 1)]
    [InlineData("neg,pos\n1,\"2\n", "a quote is not closed before the file ends", 2)]
    [InlineData("neg,pos\n1,\"2\"3\n", "text stands behind a closing quote", 2)]
    [InlineData("neg,pos\n1,2\"3\"\n", "a quote stands inside a field without quotes", 2)]
    public void What_is_wrong_with_a_file_is_told_with_its_line(string content, string found, int line)
    {
        var path = _folder.File("logits.csv", content);
        var error = Error("logits.csv");
        Assert.Equal((found, $"{path}:{line}"), (error.Found, error.Where));
    }

    [Fact]
    public void Numbers_that_stand_twice_or_are_missing_are_named()
    {
        var path = _folder.File("logits.csv", "id,neg,pos\n10,1,2\n11,1,2\n10,3,4\n12,0,0\n");
        var twice = Error("logits.csv", RowAlignment.Id);
        Assert.Equal(("there are two rows for '10'", $"one; the first is {path}:2", $"{path}:4"), (twice.Found, twice.Expected, twice.Where));

        _folder.File("logits.csv", "id,neg,pos\n11,1,2\n13,0,0\n");
        var missing = Error("logits.csv", RowAlignment.Id);
        Assert.Equal(("2 of 3 examples of 'train' have no row: 10, 12", path), (missing.Found, missing.Where));
    }

    [Theory]
    [InlineData("id,neg,pos\n10,1,2\n", RowAlignment.Order, "; where the column 'id' says which example a row is for, write \"by\": \"id\"")]
    [InlineData("text,neg,pos\nx,1,2\n", RowAlignment.Order, "; where the column 'text' says which example a row is for, write \"by\": \"text\"")]
    [InlineData("text,neg,pos\nx,1,2\n", RowAlignment.Id, "; where the column 'text' says which example a row is for, write \"by\": \"text\"")]
    [InlineData("neg,pos\n1,2\n", RowAlignment.Id, "; where no column says which example a row is for, write \"by\": \"order\"")]
    public void A_column_of_keys_that_the_settings_do_not_expect_is_told_with_the_setting(string content, RowAlignment by, string hint)
    {
        _folder.File("logits.csv", content);
        Assert.EndsWith(hint, Error("logits.csv", by).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_without_keys_says_so_and_one_that_is_not_there_too()
    {
        Npy("logits.npy", "{'descr': '<f4', 'fortran_order': False, 'shape': (3, 2), }", 4, [1, 2, 3, 4, 5, 6]);
        Assert.Equal("the rows of this file have no numbers of examples", Error("logits.npy", RowAlignment.Id).Found);
        _folder.File("empty.csv", "neg,pos\n");
        Assert.Equal("the file has no rows", Error("empty.csv").Found);
        Assert.StartsWith("there is no file", Error("nowhere.csv").Found, StringComparison.Ordinal);
        Assert.Equal(["on.0", "by"], new PrecomputedTeacher(new() { Path = "x", On = ["trian"], By = RowAlignment.Text }).Check(Data).Select(p => p.Where));
    }

    [Fact]
    public void It_says_for_which_inputs_it_has_no_row()
    {
        _folder.File("logits.csv", "neg,pos\n1,2\n3,4\n5,6\n");
        using var network = Obtain("logits.csv");
        Assert.True(network.CanAnswer(Data["train"].Inputs));
        Assert.False(network.CanAnswer(Data["validation"].Inputs));
        Assert.Equal("there are no precomputed logits for input 0 of 1", Assert.Throws<UserErrorException>(() => network.Encode(Data["validation"].Inputs)).Found);
    }

    [Fact]
    public void An_ensemble_answers_where_all_its_members_do()
    {
        _folder.File("logits.csv", "neg,pos\n1,2\n3,4\n5,6\n");
        var settings = new EnsembleTeacherSettings
        {
            Mean = EnsembleMean.Logits,
            Members = [new() { Name = "read", Teacher = new PrecomputedTeacher(new() { Path = "logits.csv" }) }, new() { Name = "fixed", Teacher = new FixedTeacher(("teacher", [1, 1])) }],
        };
        using var network = new EnsembleTeacher(settings).Obtain(Context(Data))["teacher"];
        Assert.Equal([1f, 1.5f, 2f, 2.5f, 3f, 3.5f], Answer(network, Data["train"].Inputs));
        Assert.False(network.CanAnswer(Data["validation"].Inputs));
    }

    private UserErrorException Error(string file, RowAlignment by = RowAlignment.Order) => Assert.Throws<UserErrorException>(() => Obtain(file, by));

    private Network Obtain(string file, RowAlignment by = RowAlignment.Order, DataBundle? data = null) =>
        new PrecomputedTeacher(new() { Path = file, By = by }).Obtain(Context(data ?? Data))["teacher"];

    private TeacherContext Context(DataBundle data) => new(new StageContext { Name = "teacher", StageSeed = 1, BaseFolder = _folder.Path }, data);

    private static float[] Answer(Network network, Inputs inputs) => network.call(network.Encode(inputs)).Logits.reshape(-1).data<float>().ToArray();

    // By NumPy's description of the format: mark, version 1.0, length of the header, header, numbers.
    private void Npy(string name, string header, int size, double[] values)
    {
        using var bytes = new MemoryStream();
        header = header.PadRight(117) + "\n";
        bytes.Write([0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header)]);
        Span<byte> number = stackalloc byte[8];
        foreach (var value in values)
        {
            if (size == 4) BinaryPrimitives.WriteSingleLittleEndian(number, (float)value);
            else BinaryPrimitives.WriteDoubleLittleEndian(number, value);
            bytes.Write(number[..size]);
        }

        File.WriteAllBytes(Path.Combine(_folder.Path, name), bytes.ToArray());
    }
}
