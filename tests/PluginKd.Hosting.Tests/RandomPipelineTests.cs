using System.Text.Json.Nodes;

namespace PluginKd.Hosting.Tests;

/// <summary>Checks pipelines that nobody wrote: valid ones pass; one thing wrong, and the message says where; no input makes the check itself fail.</summary>
public class RandomPipelineTests
{
    private const int Cases = 300;

    private static readonly string[] Odd =
    [
        "null", "true", "false", "0", "-1", "1e999", "-1e999", "1e-400", "0.5", "9223372036854775808", "123456789012345678901234567890", "\"\"", "\" \"", "\"\\u0000\"", "\"\\ud800\"",
        "\"use\"", "\"../../x\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"use\":null}", "{\"use\":\"\"}", "{\"use\":[]}", "{\"use\":\"mlp\"}", "{\"use\":\"\\ud800\"}", "{\"\":0}", "{\"a.b\":0}", "{\"\\ud800\":0}",
    ];

    [Fact]
    public void What_is_valid_by_its_schemas_passes()
    {
        for (var i = 0; i < Cases; i++) Assert.Null(Problem(Random(i).Next()));
    }

    [Fact]
    public void A_key_that_nobody_knows_is_refused_at_its_place()
    {
        for (var i = 0; i < Cases; i++)
        {
            var (random, pipeline) = (new SeededRandom(1000 + i), Random(i).Next());
            var objects = RandomPipelines.Places(pipeline).Select(p => p.Value).OfType<JsonObject>().Append(pipeline).ToList();
            objects[random.Next(objects.Count)]["no-such-key"] = random.Next(10);
            Assert.Contains(Required(pipeline).Problems, p => p.Where.EndsWith("no-such-key", StringComparison.Ordinal) && p.Found.Contains("no-such-key", StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Whatever_stands_anywhere_the_check_answers_with_places()
    {
        var refused = 0;
        for (var i = 0; i < 3 * Cases; i++)
        {
            var (random, pipeline) = (new SeededRandom(2000 + i), Random(i).Next());
            var places = RandomPipelines.Places(pipeline).ToList();
            var (parent, key, _) = places[random.Next(places.Count)];
            var odd = Odd[random.Next(Odd.Length)];
            var json = Put(pipeline, parent, key, odd);
            var error = Problem(json);
            if (error is null) continue;
            refused++;
            Located(error, json);
        }

        Assert.InRange(refused, Cases, 3 * Cases);
    }

    [Fact]
    public void A_number_outside_its_range_is_refused_at_its_place()
    {
        var refused = 0;
        for (var i = 0; i < Cases; i++)
        {
            var (random, pipeline) = (new SeededRandom(3000 + i), Random(i).Next());
            var numbers = RandomPipelines.Places(pipeline).Where(p => p.Value?.GetValueKind() == System.Text.Json.JsonValueKind.Number && p.Key is "epochs" or "batch-size" or "learning-rate" or "dropout" or "patience").ToList();
            if (numbers.Count == 0) continue;
            var (parent, key, _) = numbers[random.Next(numbers.Count)];
            parent[key] = random.Next(2) == 0 ? -3 : 1e12;
            Assert.Contains(Required(pipeline).Problems, p => p.Where.EndsWith(key, StringComparison.Ordinal));
            refused++;
        }

        Assert.True(refused > Cases / 3);
    }

    private static RandomPipelines Random(int seed) => new(Pipelines.Catalog, new SeededRandom(seed));

    private static string Put(JsonObject pipeline, JsonNode parent, string key, string odd)
    {
        // As text, because some of it is no text that a program can hold.
        const string Mark = "\"@@here@@\"";
        var mark = JsonNode.Parse(Mark);
        if (parent is JsonArray list) list[int.Parse(key)] = mark;
        else parent[key] = mark;
        return pipeline.ToJsonString().Replace(Mark, odd, StringComparison.Ordinal);
    }

    private static PipelineException Required(JsonObject pipeline)
    {
        var error = Assert.IsType<PipelineException>(Problem(pipeline));
        Located(error, pipeline.ToJsonString());
        return error;
    }

    /// <summary>Every problem says what was found, where, and what to do; a file that cannot be read as JSON names its line.</summary>
    private static void Located(Exception error, string json)
    {
        IReadOnlyList<UserErrorException> problems = error switch
        {
            PipelineException all => all.Problems,
            UserErrorException one => [one],
            _ => throw new Xunit.Sdk.XunitException($"{error.GetType().Name}: {error.Message}\n{json}\n{error.StackTrace}"),
        };
        Assert.NotEmpty(problems);
        foreach (var problem in problems)
        {
            foreach (var text in new[] { problem.Where, problem.Found, problem.Expected, problem.Fix }) Assert.False(string.IsNullOrWhiteSpace(text), json);
        }
    }

    private static Exception? Problem(JsonObject pipeline) => Problem(pipeline.ToJsonString());

    private static Exception? Problem(string json) => Record.Exception(() => Pipelines.Check(json));
}
