namespace PluginKd.Sdk;

/// <summary>Sorts errors by what a script that calls the tool would do about them.</summary>
public enum UserErrorKind
{
    /// <summary>The call, the pipeline or the data is wrong; the same call fails again (exit code 2).</summary>
    Input,

    /// <summary>A plugin cannot be used (exit code 3).</summary>
    Plugin,

    /// <summary>The run went wrong, such as a loss that is no number any more (exit code 1).</summary>
    Run,
}

/// <summary>Tells a person what is wrong with their input and what to do; printed without a stack trace.</summary>
/// <remarks>For anything that the person at the keyboard can mend. A bug is any other exception.</remarks>
public sealed class UserErrorException : Exception
{
    /// <summary>Says all four things at once, because a message that lacks one of them does not help.</summary>
    /// <param name="found">What was found, one sentence without a full stop.</param>
    /// <param name="expected">What was needed instead.</param>
    /// <param name="where">File and line, or JSON path.</param>
    /// <param name="fix">What to type or change next.</param>
    /// <param name="cause">The exception behind it, shown with <c>--verbose</c>.</param>
    public UserErrorException(string found, string expected, string where, string fix, Exception? cause = null)
        : base(found, cause) =>
        (Found, Expected, Where, Fix) = (found, expected, where, fix);

    /// <summary>Whose turn it is: by default the input is wrong.</summary>
    public UserErrorKind Kind { get; init; }

    /// <summary>Why it matters, where that is not plain.</summary>
    public string? Why { get; init; }

    /// <inheritdoc />
    public override string Message =>
        $"{Found}\n  expected: {Expected}\n  where:    {Where}\n{(Why is null ? "" : $"  why:      {Why}\n")}  next:     {Fix}";

    /// <summary>What was found.</summary>
    public string Found { get; }

    /// <summary>What was needed instead.</summary>
    public string Expected { get; }

    /// <summary>File and line, or JSON path.</summary>
    public string Where { get; }

    /// <summary>What to type or change next.</summary>
    public string Fix { get; }
}
