namespace PluginKd.Sdk.Testing.Tests.Faulty;

/// <summary>A teacher that pretends to train for a few steps.</summary>
public abstract class FaultyTeacher : ITeacher
{
    private const int Steps = 4;

    public virtual IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } =
        new Dictionary<string, IReadOnlyList<string>> { ["teacher"] = [SignalNames.Logits] };

    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        context.Stage.SeedTensors("initial-weights");
        var network = new TinyModel(context.Data.Modality).Create(new ModelRequest(context.Data["train"].Inputs, context.Data.Classes.Count));
        using var loss = tensor(1f);
        var wished = context.Stage.Cancellation.IsCancellationRequested;
        for (var step = 0; step < Steps; step++)
        {
            if (Looks(step, wished)) context.Stage.Cancellation.ThrowIfCancellationRequested();
            context.Stage.Progress.Step(new StepReport(new Moment(0, 1, Reported(step), Steps), 1, loss));
        }

        network.eval();
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        Spoil(network);
        return new Dictionary<string, Network> { [Offers.Keys.First()] = network };
    }

    public Network Create(string name, ModelRequest request) => new TinyModel(request.Examples.Modality).Create(request);

    /// <summary>Whether the wish to stop is looked at before a step.</summary>
    protected virtual bool Looks(int step, bool wishedAtStart) => true;

    /// <summary>The number that is told of a step.</summary>
    protected virtual long Reported(int step) => step + 1;

    protected virtual void Spoil(Network network)
    {
        // Most leave the network as it is.
    }
}

[KdPlugin("still-trains")]
public sealed class StillTrains : FaultyTeacher
{
    protected override void Spoil(Network network) => network.train();
}

[KdPlugin("starts-anyway")]
public sealed class StartsAnyway : FaultyTeacher
{
    protected override bool Looks(int step, bool wishedAtStart) => !wishedAtStart;
}

[KdPlugin("never-stops")]
public sealed class NeverStops : FaultyTeacher
{
    protected override bool Looks(int step, bool wishedAtStart) => step == 0;
}

[KdPlugin("steps-back")]
public sealed class StepsBack : FaultyTeacher
{
    protected override long Reported(int step) => 4 - step;
}

[KdPlugin("promises-more")]
public sealed class PromisesMore : FaultyTeacher
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } =
        new Dictionary<string, IReadOnlyList<string>> { ["teacher"] = [SignalNames.Logits, SignalNames.Attention(0)] };
}

[KdPlugin("not-frozen")]
public sealed class NotFrozen : FaultyTeacher
{
    protected override void Spoil(Network network) => network.parameters().Last().requires_grad = true;
}

[KdPlugin("badly-named")]
public sealed class BadlyNamed : FaultyTeacher
{
    public override IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } =
        new Dictionary<string, IReadOnlyList<string>> { ["Big Teacher"] = [SignalNames.Logits] };
}

[KdPlugin("tells-every-second")]
public sealed class TellsEverySecond : IDistiller
{
    public IModel Student { get; } = new TinyModel();

    public IEnumerable<string> Check(IReadOnlyDictionary<string, IReadOnlyList<string>> offers) => [];

    public Network Distill(DistillContext context)
    {
        context.Stage.SeedTensors("initial-weights");
        var student = Student.Create(new ModelRequest(context.Data["train"].Inputs, 3));
        new TrainingLoop(new TrainingSettings { Epochs = 4 }, context.Stage)
        {
            Observer = new StepListener(step =>
            {
                if (step.Moment.Step % 2 == 0) context.Observer?.Observe(step);
            }),
        }.Run(student, context.Data["train"], [new LossTerm("cross-entropy", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);
        return student;
    }

    public Network Create(ModelRequest request) => Student.Create(request);

    public IDistiller? WithoutTeacher() => null;
}
