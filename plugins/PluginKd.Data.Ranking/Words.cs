using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Ranking;

/// <summary>What these sources say to the person who watches.</summary>
internal static partial class Words
{
    /// <summary>Tells how good the first search is.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "BM25 finds {Found} of {Relevant} relevant documents of the training queries")]
    public static partial void Found(ILogger log, int found, int relevant);

    /// <summary>Tells which queries no document was found for.</summary>
    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} of {All} queries of '{Split}' have no candidate and are left out: {Queries}; data.negatives above 0 gives them some")]
    public static partial void Without(ILogger log, int count, int all, string split, string queries);
}
