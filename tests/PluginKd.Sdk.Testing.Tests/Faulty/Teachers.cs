namespace PluginKd.Sdk.Testing.Tests.Faulty;

/// <summary>A teacher that pretends to train for a few steps.</summary>
public abstract class FaultyTeacher : ITeacher
{
    protected const int Steps = 4;

    public virtual IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } =
        new Dictionary<string, IReadOnlyList<string>> { ["teacher"] = [SignalNames.Logits] };

    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        context.Stage.SeedTensors("initial-weights");
        var network = new TinyModel(context.Data.Modality).Create(new ModelRequest(context.Data["train"].Inputs, context.Data.Classes.Count));
        Train(network, context.Stage);
        network.eval();
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        Spoil(network);
        return new Dictionary<string, Network> { [Offers.Keys.First()] = network };
    }

    public virtual Network Create(string name, ModelRequest request) => new TinyModel().Create(request);

    protected virtual void Train(Network network, StageContext stage)
    {
        using var loss = tensor(1f);
        var wished = stage.Cancellation.IsCancellationRequested;
        for (var step = 0; step < Length(stage); step++)
        {
            if (Looks(step, wished)) stage.Cancellation.ThrowIfCancellationRequested();
            stage.Progress.Step(new StepReport(new Moment(0, 1, Reported(step), Steps), 1, loss));
        }
    }

    /// <summary>Number of steps.</summary>
    protected virtual int Length(StageContext stage) => stage.IsRehearsal ? 1 : Steps;

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

[KdPlugin("rehearses-at-length")]
public sealed class RehearsesAtLength : FaultyTeacher
{
    protected override int Length(StageContext stage) => Steps;
}

[KdPlugin("takes-the-first-steps-twice")]
public sealed class TakesTheFirstStepsTwice : FaultyTeacher
{
    protected override void Train(Network network, StageContext stage)
    {
        using var quiet = no_grad();
        using var loss = tensor(1f);
        var checkpoint = stage.Checkpoints.Open("training");
        if (checkpoint.Read() is { } last) network.load_state_dict(last.Tensors.ToDictionary());
        for (var step = 0; step < Length(stage); step++)
        {
            if (stage.Cancellation.IsCancellationRequested) checkpoint.Keep(new CheckpointContent(network.state_dict(), new Dictionary<string, string>()));
            stage.Cancellation.ThrowIfCancellationRequested();
            foreach (var weight in network.parameters()) weight.add_(0.1);
            stage.Progress.Step(new StepReport(new Moment(0, 1, step + 1, Steps), 1, loss));
        }
    }
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

[KdPlugin("makes-another-teacher")]
public sealed class MakesAnotherTeacher : FaultyTeacher
{
    public override Network Create(string name, ModelRequest request) => new TinyModel().Create(request with { Outputs = 2 });
}

/// <summary>A distiller that trains on labels without a fault, for others to spoil.</summary>
public abstract class LabelDistiller : IDistiller
{
    public IModel Student { get; } = new TinyModel();

    public IEnumerable<string> Check(IReadOnlyDictionary<string, IReadOnlyList<string>> offers) => [];

    public Network Distill(DistillContext context)
    {
        context.Stage.SeedTensors("initial-weights");
        var student = Student.Create(new ModelRequest(context.Data["train"].Inputs, 3));
        new TrainingLoop(new TrainingSettings { Epochs = Epochs(context) }, context.Stage) { Observer = Observer(context.Observer!) }
            .Run(student, context.Data["train"], [new LossTerm("cross-entropy", 1, batch => Divergences.CrossEntropy(batch.Student.Logits, batch))]);
        return student;
    }

    public virtual Network Create(ModelRequest request) => Student.Create(request);

    public virtual IDistiller? WithoutTeacher() => null;

    protected virtual int Epochs(DistillContext context) => 4;

    protected virtual IStepObserver Observer(IStepObserver observer) => observer;
}

[KdPlugin("tells-every-second")]
public sealed class TellsEverySecond : LabelDistiller
{
    protected override IStepObserver Observer(IStepObserver observer) => new EverySecondStep(observer);

    private sealed class EverySecondStep(IStepObserver observer) : IStepObserver
    {
        public void Observe(TrainingStep step)
        {
            if (step.Moment.Step % 2 == 0) observer.Observe(step);
        }

        public IReadOnlyDictionary<string, Tensor> SaveState() => observer.SaveState();

        public void LoadState(IReadOnlyDictionary<string, Tensor> state) => observer.LoadState(state);
    }
}

[KdPlugin("makes-another-student")]
public sealed class MakesAnotherStudent : LabelDistiller
{
    public override Network Create(ModelRequest request) => new Sharpened(base.Create(request));

    // The same weights, and other answers.
    private sealed class Sharpened : Network
    {
        private readonly Network _inner;

        public Sharpened(Network inner)
            : base(nameof(Sharpened))
        {
            _inner = inner;
            foreach (var (name, module) in inner.named_children()) register_module(name, module);
        }

        public override IReadOnlyList<Tensor> Encode(Inputs inputs) => _inner.Encode(inputs);

        public override Signals forward(IReadOnlyList<Tensor>? input)
        {
            var signals = _inner.call(input!);
            return signals.With(SignalNames.Logits, signals.Logits * 2);
        }
    }
}

[KdPlugin("shortens-the-baseline")]
public sealed class ShortensTheBaseline : LabelDistiller
{
    public override IDistiller? WithoutTeacher() => this;

    protected override int Epochs(DistillContext context) => context.Teachers.Count == 0 ? 2 : 4;
}

[KdPlugin("asks-for-its-teacher")]
public sealed class AsksForItsTeacher : LabelDistiller
{
    public override IDistiller? WithoutTeacher() => this;

    protected override int Epochs(DistillContext context) => context.Teachers["teacher"].training ? 5 : 4;
}
