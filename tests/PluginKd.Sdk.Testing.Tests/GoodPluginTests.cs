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
    public void Conforms(Type plugin) => Assert.Empty(Failed(new() { Plugin = plugin }));

    private static IEnumerable<string> Failed(ConformanceSubject subject) =>
        Conformance.Check(subject).Failed.Select(result => $"{result.Fact.Code} {result.Found}");
}
