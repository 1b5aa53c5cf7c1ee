namespace PluginKd.Sdk.Tests;

public class SeedsTests
{
    // python3 -c "import hashlib,struct;print(int.from_bytes(hashlib.sha256(struct.pack('<q',17)+b'teacher').digest()[:8],'little') & (2**63-1))"
    [Theory]
    [InlineData(17, "teacher", 4851547351227455791)]
    [InlineData(0, "", 8794265229978523055)]
    public void Equals_the_first_eight_bytes_of_the_hash(long seed, string name, long expected) => Assert.Equal(expected, Seeds.Derive(seed, name));

    [Fact]
    public void Names_and_seeds_tell_streams_apart() =>
        Assert.Equal(4, new[] { Seeds.Derive(1, "a"), Seeds.Derive(1, "b"), Seeds.Derive(2, "a"), Seeds.Derive(2, "b") }.Distinct().Count());
}
