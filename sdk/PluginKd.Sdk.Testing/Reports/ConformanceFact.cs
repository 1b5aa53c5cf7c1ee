namespace PluginKd.Sdk.Testing;

/// <summary>One promise that plugins of a kind make.</summary>
/// <param name="Code">Such as <c>KD5102</c>; never given another meaning.</param>
/// <param name="Title">The promise, one sentence.</param>
/// <param name="Why">What goes wrong for people when it is broken, one sentence.</param>
public sealed record ConformanceFact(string Code, string Title, string Why);
