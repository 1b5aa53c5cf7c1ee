using System.Buffers.Binary;
using System.Text;

namespace PluginKd.Torch.Tests;

public sealed class SafeTensorsTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();
    private readonly string _folder = Directory.CreateTempSubdirectory("kd-safetensors-").FullName;

    private string FilePath => Path.Combine(_folder, "x.safetensors");

    public static TheoryData<string, string> Hostile => new()
    {
        { "[1]", "the header is Array, not an object" },
        { "{\"a\":", "the header is no JSON" },
        { "{\"a\":3}", "'a' is Number, not an object" },
        { "{\"a\":{\"shape\":[1],\"data_offsets\":[0,4]}}", "'a' has no dtype" },
        { "{\"a\":{\"dtype\":\"F32\",\"data_offsets\":[0,8]}}", "'a' has no list shape" },
        { "{\"a\":{\"dtype\":\"Q3\",\"shape\":[1],\"data_offsets\":[0,8]}}", "'a' has dtype Q3; known are F64" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,12]}}", "but the file holds 8 bytes of data" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[8,0]}}", "'a' lies at bytes 8 to 0" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[-1,7]}}", "'a' has -1 in data_offsets" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2.5],\"data_offsets\":[0,8]}}", "'a' has 2.5 in shape" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8,9]}}", "'a' has 3 data_offsets, not 2" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[3],\"data_offsets\":[0,8]}}", "'a' is F32 [3], which needs 12 bytes, but its data_offsets span 8" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[4294967296,4294967296,2],\"data_offsets\":[0,8]}}", "but its data_offsets span 8" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]}}", "the tensors end at byte 4, but the file holds 8" },
        { "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}", "bytes 0 to 4 belong to no tensor" },
        {
            "{\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]},\"b\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
            "'b' starts at byte 4, inside"
        },
        {
            "{\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[0,4]},\"a\":{\"dtype\":\"F32\",\"shape\":[1],\"data_offsets\":[4,8]}}",
            "the name 'a' occurs twice"
        },
        { "{\"a\":{\"dtype\":\"F32\",\"dtype\":\"I32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "'a' has dtype twice" },
        { "{\"a\\ud800\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}", "the header is no JSON" },
        { $"{{\"a\":{{\"dtype\":\"F32\",\"shape\":[{string.Concat(Enumerable.Repeat("1,", 60_000))}[]],\"data_offsets\":[0,8]}}}}", "'a' has 60001 numbers in shape; at most 64 are taken" },
        { "{\"__metadata__\":{\"k\":1},\"a\":{\"dtype\":\"F64\",\"shape\":[1],\"data_offsets\":[0,8]}}", "__metadata__ 'k' is Number, not a string" },
    };

    [Fact]
    public void Gives_back_what_was_written()
    {
        var tensors = new Dictionary<string, Tensor>
        {
            ["half"] = rand(3, dtype: float16),
            ["weights.0 ä"] = randn(2, 5),
            ["turned"] = arange(6).reshape(2, 3).t(),
            ["flags"] = tensor(new[] { true, false, true }),
            ["one"] = tensor(2.5),
            ["nothing"] = zeros(0, 4),
            ["bytes"] = tensor(new byte[] { 1, 2, 3 }),
        };
        SafeTensors.Write(FilePath, tensors, new Dictionary<string, string> { ["by"] = "kd \"test\"", ["a"] = "" });
        using var file = SafeTensors.Open(FilePath);
        Assert.Equal("kd \"test\"", file.Metadata["by"]);
        var read = file.ReadAll();
        Assert.Equal(tensors.Keys.Order(), read.Keys.Order());
        foreach (var (name, tensor) in tensors)
            Assert.True(tensor.dtype == read[name].dtype && tensor.Equals(read[name]), name);
        Assert.Equal([3L, 2], file.Entry("turned").Shape);
        Assert.Contains("no tensor 'x'", Assert.Throws<KeyNotFoundException>(() => file.Read("x")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Many_may_write_to_one_name_and_one_of_them_is_whole()
    {
        Parallel.For(0, 20, i =>
        {
            using var scope = NewDisposeScope();
            SafeTensors.Write(FilePath, new Dictionary<string, Tensor> { ["a"] = full(1000, (double)i) });
        });
        using var file = SafeTensors.Open(FilePath);
        var values = file.Read("a").to(float64).data<double>().ToArray();
        Assert.All(values, value => Assert.Equal(values[0], value));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes_and_no_other_file_stays()
    {
        var tensors = new Dictionary<string, Tensor> { ["b"] = ones(2), ["a"] = zeros(3, dtype: int64) };
        SafeTensors.Write(FilePath, tensors);
        var first = File.ReadAllBytes(FilePath);
        SafeTensors.Write(FilePath, tensors.Reverse().ToDictionary());
        Assert.Equal(first, File.ReadAllBytes(FilePath));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_failed_write_leaves_the_old_file()
    {
        SafeTensors.Write(FilePath, new Dictionary<string, Tensor> { ["a"] = ones(2) });
        var before = File.ReadAllBytes(FilePath);
        var lost = ones(3);
        lost.Dispose();
        Assert.ThrowsAny<Exception>(() => SafeTensors.Write(FilePath, new Dictionary<string, Tensor> { ["a"] = lost }));
        Assert.Equal(before, File.ReadAllBytes(FilePath));
        Assert.Single(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Tensors_outlive_the_reader_and_writing_to_them_leaves_the_file()
    {
        SafeTensors.Write(FilePath, new Dictionary<string, Tensor> { ["a"] = arange(5) });
        var before = File.ReadAllBytes(FilePath);
        Tensor a;
        using (var file = SafeTensors.Open(FilePath))
        {
            a = file.Read("a");
            Assert.Equal(a.sum(), file.Read("a").sum());
        }

        a.add_(1);
        Assert.Equal(15, a.sum().ToInt64());
        Assert.Equal(before, File.ReadAllBytes(FilePath));
    }

    [Fact]
    public void Reads_tensors_that_lie_askew()
    {
        WriteFile("{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}  ", new byte[8]);
        using var file = SafeTensors.Open(FilePath);
        Assert.Equal(0, file.Read("a").sum().ToSingle());
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Refuses_a_hostile_header(string header, string reason)
    {
        WriteFile(header, new byte[8]);
        AssertRefused(reason);
    }

    [Fact]
    public void Refuses_files_that_are_cut_off_or_announce_too_much()
    {
        File.WriteAllBytes(FilePath, [1, 2, 3]);
        AssertRefused("3 bytes are no safetensors file");
        WriteFile("{}", [], announced: 50);
        AssertRefused("the file ends 2 bytes on");
        WriteFile("{}", [], announced: ulong.MaxValue);
        AssertRefused("at most 100000000");
    }

    public void Dispose()
    {
        _scope.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private void AssertRefused(string reason)
    {
        var error = Assert.Throws<SafeTensorsException>(() => SafeTensors.Open(FilePath));
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(FilePath, error.Message, StringComparison.Ordinal);
    }

    private void WriteFile(string header, byte[] data, ulong? announced = null)
    {
        var text = Encoding.UTF8.GetBytes(header);
        var length = new byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(length, announced ?? (ulong)text.Length);
        File.WriteAllBytes(FilePath, [.. length, .. text, .. data]);
    }
}
