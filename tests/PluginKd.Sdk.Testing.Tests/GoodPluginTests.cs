using TestPlugins.Good;

namespace PluginKd.Sdk.Testing.Tests;

/// <summary>No false alarm: plugins of the kinds that the built-in ones lack, such as losses that fit, train and widen.</summary>
public class GoodPluginTests
{
    [Theory]
    [InlineData(typeof(TwoEach))]
    [InlineData(typeof(EverySecond))]
    [InlineData(typeof(SureOnes))]
    [InlineData(typeof(Coin))]
    [InlineData(typeof(ForgetLabels))]
    [InlineData(typeof(Regressor))]
    [InlineData(typeof(Centred))]
    [InlineData(typeof(TestPlugins.Good.TinyData))]
    [InlineData(typeof(TestPlugins.Good.KeepsNotes))]
    [InlineData(typeof(TestPlugins.Good.MeanOfSteps))]
    [InlineData(typeof(Faulty.RemembersSoundly))]
    public void Conforms(Type plugin) => Assert.Empty(Failed(new() { Plugin = plugin }));

    [Fact]
    public void A_loss_that_remembers_in_secret_is_told_of_IKeepsState() => Assert.EndsWith(
        "implement IKeepsState, so that checkpoints carry what the loss remembers", Conformance.Check(new() { Plugin = typeof(Faulty.CountsCalls) }, "KD5105").Found, StringComparison.Ordinal);

    private static IEnumerable<string> Failed(ConformanceSubject subject) =>
        Conformance.Check(subject).Failed.Select(result => $"{result.Fact.Code} {result.Found}");
}
