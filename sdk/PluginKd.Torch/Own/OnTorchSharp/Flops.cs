namespace PluginKd.Torch;

/// <summary>Counts floating-point operations, which the package cannot.</summary>
public static class Flops
{
    /// <summary>Does the work; counts nothing.</summary>
    /// <param name="work">Done once.</param>
    /// <returns>Null.</returns>
    public static long? Count(Action work)
    {
        ArgumentNullException.ThrowIfNull(work);
        work();
        return null;
    }
}
