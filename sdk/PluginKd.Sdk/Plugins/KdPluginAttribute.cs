namespace PluginKd.Sdk;

/// <summary>Offers a class to pipelines under an id; the one place where a plugin says who it is.</summary>
/// <remarks>
/// The class implements exactly one contract (<see cref="IDataSource"/>, <see cref="ITeacher"/>, <see cref="ISelector"/>, <see cref="IAugmenter"/>,
/// <see cref="IModel"/>, <see cref="ILoss"/>, <see cref="IDistiller"/>, <see cref="IAverager"/>, <see cref="IEvaluator"/>), and that contract is its kind.
/// The build reads the attribute and writes <c>plugin.json</c>; the summary of the class becomes its description there.
/// </remarks>
/// <param name="id">Name used in pipelines, lower-case-with-hyphens, unique among plugins of one kind; never given another meaning.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class KdPluginAttribute(string id) : Attribute
{
    /// <summary>Name used in pipelines, <c>lower-case-with-hyphens</c>.</summary>
    public string Id { get; } = id;

    /// <summary>Record with the settings: public properties with defaults, ranges by <c>[Range]</c>, descriptions by their doc summaries.</summary>
    /// <remarks>The constructor takes it as a parameter. Leave it out when there is nothing to set.</remarks>
    public Type? Settings { get; set; }
}
