using Microsoft.Extensions.Logging;

namespace PluginKd.Data.Ranking;

/// <summary>What these sources say to the person who watches.</summary>
internal static partial class Words
{
    /// <summary>Tells how good the first search is.</summary>
    [LoggerMessage(Level = LogLevel.Information, Message = "BM25 finds {Found} of {Relevant} relevant documents of the training queries")]
    public static partial void Found(ILogger log, int found, int relevant);
}
