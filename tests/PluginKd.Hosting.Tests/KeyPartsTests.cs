using System.Text.Json.Nodes;

namespace PluginKd.Hosting.Tests;

/// <summary>The same parts give the same key, however they are written.</summary>
public class KeyPartsTests
{
    [Theory]
    [InlineData("2", "2.0")]
    [InlineData("2", "2e0")]
    [InlineData("-3", "-3.00")]
    [InlineData("0.05", "5e-2")]
    [InlineData("0.05", "0.050")]
    [InlineData("[ 64, { \"a\": 1, \"b\": 2 } ]", "[ 64.0, { \"b\": 2.0, \"a\": 1 } ]")]
    public void A_value_has_one_key_whichever_way_it_is_written(string one, string other) => Assert.Equal(Key(one), Key(other));

    [Theory]
    [InlineData("2", "3")]
    [InlineData("2", "\"2\"")]
    [InlineData("0.1", "0.10000000000000002")]
    [InlineData("9223372036854775807", "9223372036854775806")]
    [InlineData("18446744073709551615", "18446744073709551614")]
    [InlineData("1e999", "-1e999")]
    public void Other_values_have_other_keys(string one, string other) => Assert.NotEqual(Key(one), Key(other));

    private static string Key(string value) => KeyParts.Hash(new JsonObject { ["settings"] = JsonNode.Parse(value) });
}
