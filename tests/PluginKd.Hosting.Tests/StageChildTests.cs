namespace PluginKd.Hosting.Tests;

/// <summary>What the process of a stage answers when what it is told is no request.</summary>
public class StageChildTests
{
    [Theory]
    [InlineData("")]
    [InlineData("words")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"pipeline":"p.json","folder":".","stage":"data","key":null,"store":"s","device":"cpu","threads":1,"checkpoint-seconds":1,"mark":"m"}""")]
    [InlineData("""{"pipeline":"p.json","folder":".","stage":"data","key":"k","store":"s","device":"cpu","threads":"many","checkpoint-seconds":1,"mark":"m"}""")]
    public void What_is_no_request_is_answered_with_a_problem(string request)
    {
        using var input = new StringReader(request);
        using var output = new StringWriter();

        var exitCode = StageChild.Run(input, output, Pipelines.Catalog, _ => throw new InvalidOperationException("nothing runs"));

        Assert.Equal(1, exitCode);
        Assert.StartsWith("""{"error":{"found":"what came is no request: """, output.ToString(), StringComparison.Ordinal);
        Assert.Contains("run --isolate", output.ToString(), StringComparison.Ordinal);
    }
}
