using System.Globalization;
using Microsoft.Extensions.Logging;
using TorchSharp;

namespace PluginKd.Hosting;

/// <summary>Measures teachers and baseline on the validation split, before a student learns from a teacher that has nothing to teach it.</summary>
internal static partial class GateStage
{
    private const string Why = "a student learns from its teacher; one that is no better than the student trained on labels alone has little to teach";

    public static string Run(StageWork work)
    {
        var (gate, validation) = (work.Plan.Gate!, work.Results.Bundle("data").FindValidation()!);
        var count = validation.Targets.Length;
        var baseline = Right(work, new StoredNetwork("baseline", "baseline"), validation);
        var teachers = work.Results.Teachers.Keys.Select(name => (Name: name, Right: Right(work, new StoredNetwork("teacher", name), validation))).ToList();
        string Share(long right) => ((double)right / count).ToString("0.0000", CultureInfo.InvariantCulture);
        foreach (var (name, right) in teachers.Where(teacher => !gate.Passes(teacher.Right, baseline, count)))
        {
            var found = $"the teacher '{name}' gets {Share(right)} of '{validation.Name}' right, the baseline {Share(baseline)}";
            if (gate.Otherwise == GateRule.Stop)
                throw new UserErrorException(found, Expected(gate), TeacherGate.Key, "train a better teacher, lower gate.margin, or set gate.otherwise to \"warn\"") { Kind = UserErrorKind.Run, Why = Why };
            Fails(work.Stage.Log, found, Expected(gate), Why);
        }

        return $"right of '{validation.Name}': {string.Join(", ", teachers.Select(t => $"{t.Name} {Share(t.Right)}"))}, baseline {Share(baseline)}";
    }

    private static string Expected(TeacherGate gate) =>
        gate.Margin == 0 ? "a teacher that is as good or better" : string.Create(CultureInfo.InvariantCulture, $"a teacher that is better by {gate.Margin} or more");

    private static long Right(StageWork work, StoredNetwork model, Split validation)
    {
        using var scope = torch.NewDisposeScope();
        var logits = validation.RowsOfTargets(new StoredOutputs(work.Results, work.Stage).Open(model, SignalNames.Logits, validation.Inputs, SignalFormat.Exact).ToTensor());
        var right = logits.argmax(1).eq(torch.tensor(Array.ConvertAll(validation.Targets, label => (long)label))).sum().ToInt64();
        work.Stage.Progress.Metric($"accuracy/{model.Name}", (double)right / validation.Targets.Length, 0);
        return right;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{found}; expected: {expected}; why: {why}")]
    private static partial void Fails(ILogger log, string found, string expected, string why);
}
