namespace PluginKd.Sdk.Testing;

/// <summary>Facts about models and their networks.</summary>
internal static class ModelFacts
{
    // Matrix products of other sizes add up in another order; float32 has 7 digits.
    private const double Tolerance = 1e-4;

    public static IReadOnlyList<FactDefinition> All { get; } =
    [
        new("KD5201", "A network answers with every signal that the model names, logits as many as are asked for",
            "Losses and evaluators are chosen by these names before a network is made.", LookAtSignals),
        new("KD5202", "A network made again from what it saved, with its weights, answers with the same bits",
            "A student that was written to a file could not be used.", LookAtSaved),
        new("KD5203", "An example alone gets the answer that it gets in a batch",
            "What a student says of a text would depend on the others beside it.", LookAtOne),
        new("KD5204", "In evaluation mode the same input gives the same bits",
            "Dropout or statistics left on make measurements differ from what is shipped.", LookAtEvaluation),
        new("KD5205", "Inputs of another modality are refused with a message for the person",
            "Who picks the wrong model for the data must learn that, not see a cast fail.", LookAtModality),
    ];

    private static string LookAtSignals(ConformanceRun run) => run.Each(settings => With(run, settings, (model, host, network, inputs) =>
    {
        var answer = network.call([.. network.Encode(inputs)]);
        if (model.Signals.Except(answer.Names).FirstOrDefault() is { } missing)
            Verdict.Fail($"the network does not give '{missing}', only {string.Join(", ", answer.Names)}");
        if (!answer.Names.Contains(SignalNames.Logits)) Verdict.Fail("the network gives no logits");
        RequireShape(answer.Logits.shape, inputs);
        foreach (var name in answer.Names)
        {
            if (answer[name].size(0) != inputs.Count) Verdict.Fail($"'{name}' has {answer[name].size(0)} rows for {inputs.Count} inputs");
            if (!answer[name].isfinite().all().ToBoolean()) Verdict.Fail($"'{name}' is not finite");
        }
    }));

    private static string LookAtSaved(ConformanceRun run) => run.Each(settings => With(run, settings, (model, host, network, inputs) =>
    {
        using var again = model.Create(new ModelRequest(new UnseenInputs(), ModelExercise.Outputs, network.Saved));
        again.load_state_dict(network.state_dict());
        again.eval();
        Verdict.FailIf(Answer(model, host, again, inputs).DifferenceFrom(Answer(model, host, network, inputs)));
    }));

    private static string LookAtOne(ConformanceRun run) => run.Each(settings => With(run, settings, (model, host, network, inputs) =>
    {
        var all = Inference.Collect(network, inputs, [SignalNames.Logits], host.Stage)[SignalNames.Logits];
        for (var row = 0; row < inputs.Count; row++)
        {
            var one = Inference.Collect(network, inputs.Take([row]), [SignalNames.Logits], host.Stage)[SignalNames.Logits];
            var length = TokenInputs.FindIn(inputs)?.Sequences[row].Length ?? one.size(1);
            var (distance, scale) = ((one[0].narrow(0, 0, length) - all[row].narrow(0, 0, length)).abs().max().ToDouble(), Math.Max(1, all.abs().max().ToDouble()));
            if (!(distance <= Tolerance * scale))
                Verdict.Fail($"logits of example {row} alone differ by {distance:G2} from those in a batch");
        }
    }));

    private static string LookAtEvaluation(ConformanceRun run) => run.Each(settings => With(run, settings, (model, host, network, inputs) =>
    {
        var first = Answer(model, host, network, inputs);
        Verdict.FailIf(Answer(model, host, network, inputs).DifferenceFrom(first));
    }));

    private static string LookAtModality(ConformanceRun run) => run.Each(settings => With(run, settings, (model, host, network, inputs) =>
    {
        foreach (var modality in Enum.GetValues<Modality>().Except(model.Takes))
        {
            try
            {
                network.Encode(ModelExercise.Inputs(modality));
            }
            catch (UserErrorException)
            {
                continue;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                Verdict.Fail($"{modality.Describe()} end in {ConformanceRun.Describe(problem)}");
            }

            Verdict.Fail($"{modality.Describe()} are taken");
        }
    }));

    private static Fingerprint Answer(IModel model, KdTestHost host, Network network, Inputs inputs)
    {
        var answer = new Fingerprint();
        foreach (var (name, value) in Inference.Collect(network, inputs, model.Signals, host.Stage)) answer.Add(name, value);
        return answer;
    }

    private static void RequireShape(long[] shape, Inputs inputs)
    {
        var tokens = TokenInputs.FindIn(inputs);
        long longest = tokens?.Sequences.Max(words => words.Length) ?? 0;
        if (tokens is null ? shape.AsSpan().SequenceEqual([inputs.Count, ModelExercise.Outputs])
            : shape.Length == 3 && shape[0] == inputs.Count && shape[1] >= longest && shape[2] == ModelExercise.Outputs) return;
        Verdict.Fail($"logits of {inputs.Modality.Describe()} are [{string.Join(", ", shape)}], expected [{inputs.Count}{(tokens is null ? "" : $", {longest} or more")}, {ModelExercise.Outputs}]");
    }

    // Once for each kind of input that the model takes.
    private static string With(ConformanceRun run, object? settings, Action<IModel, KdTestHost, Network, Inputs> look)
    {
        var model = (IModel)run.Make(settings);
        using var disposable = model as IDisposable;
        foreach (var inputs in model.Takes.Select(ModelExercise.Inputs))
        {
            using var host = run.NewHost();
            host.Stage.SeedTensors("initial-weights");
            using var network = model.Create(new ModelRequest(inputs, ModelExercise.Outputs));
            network.eval();
            look(model, host, network, inputs);
        }

        return "";
    }
}
