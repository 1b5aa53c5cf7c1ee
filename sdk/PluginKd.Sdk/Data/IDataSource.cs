namespace PluginKd.Sdk;

/// <summary>Brings examples into a pipeline (kind <c>data</c>).</summary>
/// <remarks>The same settings and seed give the same bundle, to the bit.</remarks>
public interface IDataSource
{
    /// <summary>Reads or makes the examples.</summary>
    /// <param name="context">Seed, folders, log.</param>
    /// <returns>At least one split, none of them empty.</returns>
    /// <exception cref="UserErrorException">A file is missing, a row cannot be read, a label is unknown: with file and line.</exception>
    DataBundle Load(StageContext context);
}
