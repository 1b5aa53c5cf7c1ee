using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text;

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
            case "exits-below-zero":
                Environment.Exit(-1);
                break;
            case "throws-in-a-thread":
                ThrowsInAThread();
                break;
            case "leaves-a-thread":
                new Thread(() => Thread.Sleep(Timeout.Infinite)).Start();
                break;
            case "leaves-a-process":
                Process.Start("sleep", "600");
                Process.GetCurrentProcess().Kill();
                break;
            case "speaks-as-the-host":
                PrintPastTheConsole("{\"error\":1}\n{\"log\":\"Loud\"}\nno line");
                break;
            case "reads":
                Console.WriteLine($"I read {Console.ReadLine() ?? "nothing"}");
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

    private static void ThrowsInAThread()
    {
        var thread = new Thread(() => throw new InvalidOperationException("the gauge is broken"));
        thread.Start();
        thread.Join();
    }

    private static void PrintPastTheConsole(string text)
    {
        using var output = Console.OpenStandardOutput();
        output.Write(Encoding.UTF8.GetBytes(text));
    }

    [DllImport("libc", EntryPoint = "memset")]
    private static extern nint NativeFill(nint place, int value, nuint bytes);

    [DllImport("libc", EntryPoint = "abort")]
    private static extern void NativeAbort();
}
