namespace PluginKd.Sdk;

/// <summary>Names the nine kinds of plugin and the contract behind each.</summary>
public static class PluginKinds
{
    /// <summary>Kind by contract, in the order of the stages.</summary>
    public static IReadOnlyDictionary<Type, string> ByContract { get; } = new Dictionary<Type, string>
    {
        [typeof(IDataSource)] = "data",
        [typeof(ITeacher)] = "teacher",
        [typeof(ISelector)] = "select",
        [typeof(IAugmenter)] = "augment",
        [typeof(IModel)] = "model",
        [typeof(ILoss)] = "loss",
        [typeof(IDistiller)] = "distill",
        [typeof(IAverager)] = "average",
        [typeof(IEvaluator)] = "evaluate",
    };

    /// <summary>Finds the kinds that a class implements; a good plugin has exactly one.</summary>
    /// <param name="plugin">A class.</param>
    public static IReadOnlyList<string> Of(Type plugin) =>
        [.. ByContract.Where(kind => kind.Key.IsAssignableFrom(plugin)).Select(kind => kind.Value)];
}
