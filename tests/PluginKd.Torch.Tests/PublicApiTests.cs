using System.Runtime.CompilerServices;
using PluginKd.Testing;

namespace PluginKd.Torch.Tests;

public sealed class PublicApiTests
{
    /// <summary>A change shows as a text difference; who agrees renames the received file to the verified one.</summary>
    [ApprovedFact]
    public void Is_what_was_approved() => Snapshot.Match(PublicApi.Of(typeof(Tensor).Assembly));

    /// <summary>Waits, and says so, while nobody has approved a first text; RECEIVE=1 writes one to look at.</summary>
    private sealed class ApprovedFactAttribute : FactAttribute
    {
        public ApprovedFactAttribute([CallerFilePath] string file = "", [CallerMemberName] string method = "")
        {
            var verified = Path.ChangeExtension(file, null) + $".{method}.verified.txt";
            if (!File.Exists(verified) && Environment.GetEnvironmentVariable("RECEIVE") != "1")
                Skip = $"no approved text: run with RECEIVE=1, read the .received.txt, rename it to {Path.GetFileName(verified)}";
        }
    }
}
