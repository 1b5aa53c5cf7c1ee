namespace PluginKd.Sdk.Tests;

public class SignalsTests
{
    [Fact]
    public void What_is_made_later_is_made_once_and_only_when_somebody_asks()
    {
        var made = 0;
        var signals = new Signals((SignalNames.Logits, ones(2, 3))).Later([("hidden.0", () => ones(2, 4) * ++made)]);
        Assert.Equal(["logits", "hidden.0"], signals.Names);
        Assert.Equal(0, made);
        Assert.Same(signals["hidden.0"], signals.Find("hidden.0"));
        Assert.Equal(1, made);
        Assert.Same(signals["hidden.0"], signals.With("mask", ones(2))["hidden.0"]);
        Assert.Equal(1, made);
    }

    [Fact]
    public void What_is_not_there_is_null_or_named_with_what_is()
    {
        var signals = new Signals((SignalNames.Logits, ones(2, 3))).Later([("hidden.0", () => ones(1))]);
        Assert.Null(signals.Find(SignalNames.Mask));
        Assert.Equal("No signal 'mask' here, only: logits, hidden.0.", Assert.Throws<KeyNotFoundException>(() => signals["mask"]).Message);
    }

    [Fact]
    public void A_signal_that_is_given_again_replaces_the_one_before()
    {
        var signals = new Signals((SignalNames.Logits, zeros(1))).Later([("hidden.0", () => zeros(1))]).With("hidden.0", ones(1)).With(SignalNames.Logits, ones(1));
        Assert.Equal(1, signals.Logits.item<float>());
        Assert.Equal(1, signals["hidden.0"].item<float>());
        Assert.Equal(2, signals.Names.Count());
    }
}
