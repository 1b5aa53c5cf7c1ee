namespace PluginKd.Data.Generated;

/// <summary>What a sentence says: somebody, of some kind perhaps, does something or does not, somewhere perhaps.</summary>
/// <param name="Quality">Index of an adjective, or −1.</param>
/// <param name="Person">Index of a noun, or −1 for the domain's general one.</param>
/// <param name="IsNegated">Whether it says that this is not done.</param>
/// <param name="Action">Index of an action; 2k and 2k + 1 exclude each other.</param>
/// <param name="Place">Index of a place, or −1.</param>
internal readonly record struct Scene(int Quality, int Person, bool IsNegated, int Action, int Place)
{
    /// <summary>What cannot be done at the same time.</summary>
    public int Opposite => Action ^ 1;
}
