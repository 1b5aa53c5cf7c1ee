using Xunit;

namespace PluginKd.Testing;

/// <summary>A theory that needs the <c>../shared</c> folder; skipped where it is not there. Mark it with <c>[Trait("needs", "shared")]</c>, too.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (Places.Shared is null) Skip = "needs ../shared, which is not part of the project";
    }
}
