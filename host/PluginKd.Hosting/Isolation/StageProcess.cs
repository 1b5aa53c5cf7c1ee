namespace PluginKd.Hosting;

/// <summary>How a process for one stage is started: a program that calls <see cref="StageChild.Run"/>.</summary>
/// <param name="Program">Such as <c>dotnet</c>.</param>
/// <param name="Arguments">Such as the tool's assembly and <c>stage</c>.</param>
public sealed record StageProcess(string Program, IReadOnlyList<string> Arguments);
