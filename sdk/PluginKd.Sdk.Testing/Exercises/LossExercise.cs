namespace PluginKd.Sdk.Testing;

/// <summary>Evaluates a loss and its gradients in float32.</summary>
internal sealed class LossExercise(ConformanceSubject subject) : Exercise(subject)
{
    private LossExamples? _examples;
    private List<(string Name, Tensor Values)> _student = [];
    private List<(string Name, Tensor Values)> _teacher = [];
    private LossBatch? _batch;

    protected override void Prepare(object plugin, KdTestHost host)
    {
        var loss = (ILoss)plugin;
        _examples = new LossBench(Subject).Prepare(loss, host, float32) with { Weights = [1, 2, 1, 0.5f, 1, 3] };
        _student = [.. _examples.Student.Select(s => (s.Name, s.Values.to(float32).clone().requires_grad_()))];
        _teacher = [.. _examples.Teacher.Select(s => (s.Name, s.Values.to(float32).clone()))];
        _batch = LossBench.Batch(loss, _examples, _student, _teacher, float32);
    }

    protected override void Note(Fingerprint given)
    {
        foreach (var (name, values) in _student) given.Add($"the student's {name}", values);
        foreach (var (name, values) in _teacher) given.Add($"the teacher's {name}", values);
        given.Add("the labels", _batch!.Labels);
        given.Add("the weights", _batch!.Weights);
    }

    protected override void Work(object plugin, KdTestHost host)
    {
        var answer = ((ILoss)plugin).Evaluate(_batch!);
        if (answer.requires_grad && answer.numel() == 1) answer.backward();
        Gave.Add("the loss", answer);
        foreach (var (name, values) in _student) Gave.Add($"the gradient of {name}", values.grad);
    }
}
