using System.Runtime.CompilerServices;
using Xunit;

namespace PluginKd.Testing;

/// <summary>Compares a text with the one that was approved: <c>{Class}.{Method}.verified.txt</c> beside the test.</summary>
/// <remarks>On a difference <c>{Class}.{Method}.received.txt</c> is written; a person who agrees renames it. No test approves itself.</remarks>
public static class Snapshot
{
    public static void Match(string text, [CallerFilePath] string file = "", [CallerMemberName] string method = "")
    {
        var stem = Path.Combine(Path.GetDirectoryName(file)!, $"{Path.GetFileNameWithoutExtension(file)}.{method}");
        var found = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var approved = File.Exists(stem + ".verified.txt") ? File.ReadAllText(stem + ".verified.txt").ReplaceLineEndings("\n") : "";
        if (found == approved)
        {
            File.Delete(stem + ".received.txt");
            return;
        }

        File.WriteAllText(stem + ".received.txt", found);
        Assert.Fail($"{Path.GetFileName(stem)}: the text differs from the approved one.\n--- approved\n{approved}\n--- received\n{found}");
    }
}
