namespace PluginKd.Sdk;

/// <summary>Marks a text setting as a path of a file or folder; the host hands it over as an absolute path.</summary>
/// <remarks>The bytes of the file, or of all files of the folder, are part of what a result is made of; where there is no such file, those whose
/// names go on behind it with a dot (<c>train.tsv.gz</c>). Relative paths start from the pipeline file's folder, those of <c>--set</c> from the folder where the command was typed.</remarks>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KdPathAttribute : Attribute
{
    /// <summary>Name of the setting that holds the folder of this file, beside it or beside the record or list that it stands in; the host then hands both over as they stand, and of the folder only such files count.</summary>
    public string? In { get; init; }

    /// <summary>Whether it is the folder of an earlier run: then the name of one in <c>.kd/runs</c> stands for it, too, and <c>latest</c> for the newest finished run of a pipeline of another name.</summary>
    public bool IsRun { get; init; }
}
