namespace PluginKd.Tool.Display;

/// <summary>Knows which stage is at work.</summary>
internal interface IStageNamer
{
    /// <summary>Stage and plugin, such as <c>distill offline</c>.</summary>
    string Stage { get; }
}
