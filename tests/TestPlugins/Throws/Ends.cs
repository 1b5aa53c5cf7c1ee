using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace TestPlugins.Throws;

/// <summary>Ends as the file <c>end.txt</c> beside the pipeline says, and measures when there is none.</summary>
[KdPlugin("ends")]
[SuppressMessage("Usage", "RS0030", Justification = "The host's tests see what becomes of it.")]
public sealed class Ends : IEvaluator
{
    // More than any machine gives; nothing is written there, so a machine that gives it all loses nothing.
    private const int MostGibibytes = 4096;

    public Measurement Measure(EvaluationContext context)
    {
        File.WriteAllText(context.Stage.Files.Artifact("half.txt"), "half");
        var how = context.Stage.PathOf("end.txt");
        switch (File.Exists(how) ? File.ReadAllText(how) : "well")
        {
            case "killed":
                Process.GetCurrentProcess().Kill();
                break;
            case "crashes":
                NativeFill(1, 0, 1);
                break;
            case "gives-up":
                NativeAbort();
                break;
            case "exits":
                Environment.Exit(7);
                break;
            case "throws":
                throw new InvalidOperationException("the gauge is broken");
            case "takes-all-memory":
                var taken = new List<Tensor>();
                while (taken.Count < MostGibibytes) taken.Add(empty(1 << 30, dtype: ScalarType.Byte));
                break;
        }

        return new Measurement([new Metric("care", 1, "ratio")], []);
    }

    [DllImport("libc", EntryPoint = "memset")]
    private static extern nint NativeFill(nint place, int value, nuint bytes);

    [DllImport("libc", EntryPoint = "abort")]
    private static extern void NativeAbort();
}
