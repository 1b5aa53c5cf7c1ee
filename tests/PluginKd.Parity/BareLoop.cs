using System.Diagnostics;
using System.Security.Cryptography;
using PluginKd.Torch;

namespace PluginKd.Parity;

/// <summary>The digits job as a hand-written C# loop: the operators of the engine and nothing else, to measure what the engine costs.</summary>
/// <param name="folder">Folder of the job, with <c>meta.json</c>.</param>
public sealed class BareLoop(string folder)
{
    /// <summary>Runs the job with the teacher's logits computed once.</summary>
    /// <returns>Seconds of training, hash of the final weights, examples seen.</returns>
    public (double Seconds, double CpuSeconds, string Hash, long Examples) Run()
    {
        using var arrays = new ParityArrays(folder);
        using var scope = NewDisposeScope();
        var (inputs, labels) = (arrays.Tensor("xtr"), arrays.Integers("ytr"));
        var (teacher, student) = (new StackNetwork(arrays, "teacher."), new StackNetwork(arrays, "student_init."));
        var (order, epochs, batch) = (arrays.Integers("order"), arrays.Meta.GetProperty("epochs").GetInt32(), arrays.Meta.GetProperty("batch").GetInt32());
        var (alpha, tau) = (arrays.Number("alpha"), arrays.Number("temperature"));
        teacher.eval();
        var (watch, cpu) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        Tensor[] columns = [inputs, tensor(Array.ConvertAll(labels, l => (long)l)), Logits(teacher, inputs)];
        using var optimizer = optim.SGD(student.parameters(), arrays.Number("lr"), momentum: arrays.Number("momentum"), weight_decay: arrays.Number("weight_decay"));
        student.train();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            using var rows = tensor(Array.ConvertAll(order[(epoch * labels.Length)..((epoch + 1) * labels.Length)], i => (long)i));
            for (var start = 0L; start < labels.Length; start += batch)
            {
                using var step = NewDisposeScope();
                var gathered = Gather.Rows(rows.narrow(0, start, Math.Min(batch, labels.Length - start)), columns);
                var logits = student.call([gathered[0]]).Logits;
                var hard = nn.functional.cross_entropy(logits, gathered[1]);
                var loss = (hard * alpha) + (Divergences.KullbackLeibler(logits, gathered[2], tau) * (tau * tau) * (1 - alpha));
                student.zero_grad();
                loss.backward();
                optimizer.step();
            }
        }

        var (seconds, cpuSeconds) = (watch.Elapsed.TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds);
        var weights = student.parameters().SelectMany(p => p.data<float>().ToArray()).SelectMany(BitConverter.GetBytes).ToArray();
        return (seconds, cpuSeconds, Convert.ToHexStringLower(SHA256.HashData(weights))[..12], (long)labels.Length * epochs);
    }

    private static Tensor Logits(StackNetwork teacher, Tensor inputs)
    {
        using var quiet = no_grad();
        return cat([.. inputs.split(512).Select(part => teacher.call([part]).Logits)]);
    }
}
