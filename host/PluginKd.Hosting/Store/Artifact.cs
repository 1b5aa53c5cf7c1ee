namespace PluginKd.Hosting;

/// <summary>A finished result in the store, whole as of the moment when it was opened.</summary>
/// <param name="Folder">Where it lies.</param>
/// <param name="Record">What it says of itself.</param>
internal sealed record Artifact(string Folder, ArtifactRecord Record)
{
    /// <summary>Gives the path of one of its files.</summary>
    public string File(string name) => System.IO.Path.Combine(Folder, name);

    /// <summary>Whether it has a file.</summary>
    public bool Has(string name) => Record.Files.ContainsKey(name);

    /// <summary>Finds what is wrong with its files: a sentence for the first that is missing or was changed. What lies beside them is never read.</summary>
    public string? FindDamage()
    {
        foreach (var (name, file) in Record.Files)
        {
            var info = new FileInfo(File(name));
            if (!info.Exists) return $"{name} is missing";
            if (info.Length != file.Bytes) return $"{name} has {info.Length} bytes instead of {file.Bytes}";
            if (ContentHash.OfFile(info.FullName) != file.Sha256) return $"{name} was changed: its hash is another one";
        }

        return null;
    }
}
