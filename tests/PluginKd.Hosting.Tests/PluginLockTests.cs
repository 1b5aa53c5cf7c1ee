using System.Text;

namespace PluginKd.Hosting.Tests;

public class PluginLockTests
{
    private static readonly PluginPin Pin = new("acme.softkl", "1.2.0", "team", new string('a', 64), new string('b', 64), "1.2");

    private static PluginLock Parse(string text) => PluginLockReader.Parse(Encoding.UTF8.GetBytes(text), "kd.lock.json");

    [Fact]
    public void The_same_pins_give_the_same_bytes_in_any_order()
    {
        var other = Pin with { Id = "Acme.Other" };
        var text = PluginLock.Empty.With(Pin).With(other).ToText();
        Assert.Equal(text, PluginLock.Empty.With(other).With(Pin).ToText());
        Assert.Equal(text, Parse(text).ToText());
        Snapshot.Match(text);
    }

    [Fact]
    public void One_version_of_a_plugin_is_pinned_whatever_the_case_of_its_id()
    {
        var pins = PluginLock.Empty.With(Pin).With(Pin with { Id = "ACME.SoftKl", Version = "2.0.0" });
        Assert.Equal("2.0.0", Assert.Single(pins.Plugins).Version);
        Assert.Equal("2.0.0", pins.Find("acme.softkl")!.Version);
        Assert.Empty(pins.Without("acme.SOFTKL").Plugins);
    }

    [Theory]
    [InlineData("\"plugins\": [", "\"plugins\": {", "kd.lock.json is damaged", "kd.lock.json:4")]
    [InlineData("\"version\": 1,", "\"version\": 2,", "kd.lock.json is of version 2", "kd.lock.json: version")]
    [InlineData("\"source\":", "\"souce\":", "unknown field 'souce'", "did you mean 'source'?")]
    [InlineData("\"source\": \"team\",", "", "the field 'source' is missing", "plugins.0.source")]
    [InlineData("\"id\": \"acme.softkl\"", "\"id\": \"../../up\"", "\"../../up\" is no id", "plugins.0.id")]
    [InlineData("\"version\": \"1.2.0\"", "\"version\": \"../1\"", "\"../1\" is no version", "plugins.0.version")]
    [InlineData("aaaaaaaa\"", "AAAAAAAA\"", "is no content-sha256", "64 digits of lower-case hex")]
    [InlineData("\"contract\": \"1.2\"", "\"contract\": 1", "1 is no contract", "plugins.0.contract")]
    [InlineData("\"source\": \"team\",", "\"source\": \"team\", \"source\": \"other\",", "kd.lock.json is damaged", "next:")]
    [InlineData("\"plugins\":", "\"plugin\":", "unknown field 'plugin'", "did you mean 'plugins'?")]
    public void A_file_that_is_not_understood_is_refused_with_its_place_and_what_to_do(string right, string wrong, string found, string more)
    {
        var error = Assert.Throws<UserErrorException>(() => Parse(PluginLock.Empty.With(Pin).ToText().Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(found, error.Message, StringComparison.Ordinal);
        Assert.Contains(more, error.Message, StringComparison.Ordinal);
        Assert.Equal(UserErrorKind.Input, error.Kind);
    }

    [Fact]
    public void Two_entries_for_one_plugin_are_refused()
    {
        var entry = PluginLock.Empty.With(Pin).ToText();
        var inner = entry[entry.IndexOf("    {", StringComparison.Ordinal)..(entry.LastIndexOf("    }", StringComparison.Ordinal) + 5)];
        Assert.Contains("'acme.softkl' is pinned twice", Assert.Throws<UserErrorException>(() => Parse(entry.Replace(inner, $"{inner},{inner}", StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }
}
