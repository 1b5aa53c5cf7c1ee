using System.Globalization;

namespace PluginKd.Testing;

/// <summary>A pipeline from data to evaluation with as many unlabelled examples as are wanted; its networks are small, so that the examples are what takes memory.</summary>
public static class BigPipeline
{
    /// <summary>Text of the pipeline file.</summary>
    public static string Of(int unlabelled) => string.Create(CultureInfo.InvariantCulture, $$"""
        {
          "name": "big", "seed": 1,
          "data": { "use": "generated-reviews", "train": 600, "validation": 0, "test": 1000, "unlabelled": {{unlabelled}} },
          "teacher": { "use": "trained", "model": { "use": "text-cnn", "width": 16, "filters": 16, "windows": [ 3 ] }, "steps": 100, "batch-size": 32 },
          "distill": { "use": "offline", "student": { "use": "ngram", "width": 4, "max-features": 5000 }, "on": [ "train", "unlabelled" ],
                       "loss": [ { "use": "soft-target" } ], "steps": 500 },
          "evaluate": [ { "use": "classification" } ]
        }
        """);
}
