namespace PluginKd.Sdk.Testing;

/// <summary>Makes examples with just the signals that a loss declares.</summary>
internal static class LossFixture
{
    /// <summary>Number of classes, C.</summary>
    public const int Classes = 4;

    /// <summary>Examples of a batch, N.</summary>
    public const int BatchSize = 6;

    /// <summary>Examples of the whole transfer set; a batch is its beginning.</summary>
    public const int TransferSize = 24;

    /// <summary>Makes the transfer set.</summary>
    public static LossExamples Make(ILoss loss, ConformanceSubject subject)
    {
        var student = loss.Needs.Student.ToList();
        // The class scores of a widened student are read from its wide outputs.
        if (loss is IWideningLoss && student.Remove(SignalNames.Logits) && !student.Contains(SignalNames.WideLogits))
            student.Add(SignalNames.WideLogits);
        Tensor Draw(string side, string signal) => Values($"{side}/{signal}", signal, Shape(loss, subject, signal));
        return new LossExamples([.. student.Select(signal => (signal, Draw("student", signal)))],
            [.. loss.Needs.Teacher.Select(signal => (signal, Draw("teacher", signal)))],
            [.. Enumerable.Range(0, TransferSize).Select(i => (long)(i * 3 % Classes))], [.. Enumerable.Range(0, TransferSize).Select(i => (long)i)]);
    }

    private static long[] Shape(ILoss loss, ConformanceSubject subject, string signal) =>
        subject.SignalShapes.TryGetValue(signal, out var shape) ? shape
        : signal == SignalNames.WideLogits && loss is IWideningLoss wide ? [wide.Outputs(Classes)]
        : signal.Split('.')[0] switch
        {
            "hidden" or "query" or "key" or "value" => [3, 4],
            "attention" or "attention-scores" => [2, 3, 3],
            SignalNames.Logits => [Classes],
            // Another loss has widened the student.
            SignalNames.WideLogits => [2 * Classes],
            SignalNames.Embedding => [6],
            SignalNames.Scores => [5],
            _ => throw new InvalidOperationException($"The loss reads the signal '{signal}', whose shape is unknown here: give it in SignalShapes."),
        };

    private static Tensor Values(string seed, string signal, long[] shape)
    {
        var random = new SeededRandom(Seeds.Derive(1, seed));
        var values = new double[TransferSize * shape.Aggregate(1L, (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++) values[i] = (4 * random.NextDouble()) - 2;
        var drawn = tensor(values).reshape([TransferSize, .. shape]);
        // Attention weights add up to 1.
        return signal.StartsWith("attention.", StringComparison.Ordinal) ? drawn.softmax(-1) : drawn;
    }
}
