namespace PluginKd.Data.Text;

/// <summary>What a column holds.</summary>
internal enum ColumnRole
{
    /// <summary>The text, or the first of a pair.</summary>
    Text,

    /// <summary>The second text of a pair.</summary>
    Second,

    /// <summary>The class.</summary>
    Label,

    /// <summary>Where the text comes from, such as a kind of product.</summary>
    Domain,

    /// <summary>What the example belongs to, such as a question.</summary>
    Group,

    /// <summary>The example's own name.</summary>
    Id,

    /// <summary>Weight in the loss, zero or more.</summary>
    Weight,
}
