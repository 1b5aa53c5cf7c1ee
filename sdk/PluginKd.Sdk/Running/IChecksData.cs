namespace PluginKd.Sdk;

/// <summary>A plugin that can say, as soon as the data are there and before anything is trained, that they do not fit its settings.</summary>
/// <remarks>Optional beside any contract. For what would otherwise come out hours later, such as the name of a split that does not exist.</remarks>
public interface IChecksData
{
    /// <summary>Finds every problem.</summary>
    /// <param name="data">The data without test splits.</param>
    /// <returns>Problems whose place is the setting's name, such as <c>on</c>; the host puts the plugin's own place before it.</returns>
    IEnumerable<UserErrorException> Check(DataBundle data);
}
