namespace PluginKd.Sdk;

/// <summary>The only places where a stage writes.</summary>
public interface IStageFiles
{
    /// <summary>Gives a folder for files that nobody needs when the stage has ended; the host deletes it then.</summary>
    string Scratch();

    /// <summary>Gives the path of a file to write that stays with the run, in a folder named like the stage.</summary>
    /// <remarks>The folder gets its name when the stage has ended well; after a failure nothing of it is left.</remarks>
    /// <param name="name">File name, without folders.</param>
    /// <exception cref="ArgumentException">The name is none of a file.</exception>
    string Artifact(string name);
}
