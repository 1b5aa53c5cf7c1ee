using PluginKd.Torch;
using TorchSharp;

namespace PluginKd.Hosting.Tests;

/// <summary>What is stored of a teacher's signals, and what a student gets of it.</summary>
public class SignalFormatTests
{
    // Two examples of four classes. Largest two of the first: 3 (class 2) and 1 (class 0); the others sum to e^0 + e^-1 = 1.3678794412.
    private static readonly float[] Logits = [1, 0, 3, -1, 5, 5, 5, 6];

    [Fact]
    public void The_largest_scores_stay_as_they_are_and_the_others_share_what_they_sum_to()
    {
        using var read = Stored("top-2", out var table);
        // ln(1.3678794412 / 2) = -0.3798854930. Second: of three fives one is kept, beside 6; the others sum to 2·e^5, half of which is e^5.
        var signal = table.ToTensor().data<float>().ToArray();

        Assert.Equal([1f, 3f], [signal[0], signal[2]]);
        Assert.Equal(-0.3798854930, signal[1], 1e-6);
        Assert.Equal(signal[1], signal[3]);
        Assert.Equal(6f, signal[7]);
        Assert.All(signal[4..7], score => Assert.Equal(5, score, 6));
    }

    [Fact]
    public void At_temperature_one_the_probabilities_of_the_kept_classes_are_the_teachers()
    {
        using var read = Stored("top-2", out var table);
        using var teacher = torch.tensor(Logits).reshape(2, 4).softmax(1);
        using var stored = table.ToTensor().softmax(1);
        Assert.Equal(teacher[0, 2].ToDouble(), stored[0, 2].ToDouble(), 6);
        Assert.Equal(teacher[0, 0].ToDouble(), stored[0, 0].ToDouble(), 6);
        Assert.Equal(teacher[1, 3].ToDouble(), stored[1, 3].ToDouble(), 6);
        Assert.Equal(1, stored[0].sum().ToDouble(), 6);
    }

    [Fact]
    public void Rows_are_gathered_as_the_whole_says()
    {
        using var read = Stored("top-2", out var table);
        using var rows = torch.tensor(new long[] { 1, 0, 1 });
        Assert.Equal([.. Row(table, 1), .. Row(table, 0), .. Row(table, 1)], table.Gather(rows).data<float>().ToArray());
    }

    [Theory]
    [InlineData("float32")]
    [InlineData("float16")]
    [InlineData("top-4")]
    [InlineData("top-9")]
    public void Whole_numbers_of_every_class_come_back_as_they_were(string format)
    {
        using var read = Stored(format, out var table);
        Assert.Equal(Logits, table.ToTensor().data<float>().ToArray());
        Assert.Equal(torch.ScalarType.Float32, table.ToTensor().dtype);
    }

    [Fact]
    public void Half_precision_keeps_eleven_bits()
    {
        using var read = Stored("float16", out var table, 2049, 0.1f, 65504, -0.00006103515625f);
        // 2049 lies between 2048 and 2050 and goes to the even one; 0.1 becomes 1638.5 → 1638/16384.
        Assert.Equal([2048f, 0.0999755859375f, 65504f, -0.00006103515625f], table.ToTensor().data<float>().ToArray());
    }

    private static float[] Row(SignalTable table, int row) => table.ToTensor()[row].data<float>().ToArray();

    private static TemporaryFolder Stored(string format, out SignalTable table, params float[] values)
    {
        var folder = new TemporaryFolder();
        var file = Path.Combine(folder.Path, "signal.safetensors");
        using var rows = torch.tensor(values.Length > 0 ? values : Logits).reshape(-1, 4);
        var columns = SignalFormat.Parse(format)!.Encode(SignalNames.Logits, rows);
        SafeTensors.Write(file, columns, new Dictionary<string, string> { ["classes"] = "4" });
        using var open = SafeTensors.Open(file);
        table = SignalFormat.Open(SignalNames.Logits, open);
        return folder;
    }
}
