namespace PluginKd.Sdk;

/// <summary>What is done with an entry of a file that cannot be used, such as a row, a sequence or an image.</summary>
public enum OnError
{
    /// <summary>The run ends and says what is wrong with it, and where.</summary>
    Refuse,

    /// <summary>It is left out, counted, and the first ones are shown with their places.</summary>
    Skip,
}
