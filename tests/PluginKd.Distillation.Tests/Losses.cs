namespace PluginKd.Distillation.Tests;

/// <summary>Cross-entropy with the labels.</summary>
internal sealed class LabelLoss : ILoss
{
    public LossNeeds Needs { get; } = new([SignalNames.Logits], [], Labels: true);

    public Tensor Evaluate(LossBatch batch) => Divergences.CrossEntropy(batch.Student.Logits, batch);
}

/// <summary>Divergence from the teacher; may ask for a signal that nobody gives.</summary>
internal class TeacherLoss(string studentSignal = SignalNames.Logits, string teacherSignal = SignalNames.Logits) : ILoss
{
    public LossNeeds Needs { get; } = new([studentSignal], [teacherSignal]);

    public virtual Tensor Evaluate(LossBatch batch) => Divergences.KullbackLeibler(batch.Student.Logits, batch.Teacher.Logits, 2, batch) * 4;
}

/// <summary>Remembers that it was fitted, and on what.</summary>
internal sealed class FittedLoss : TeacherLoss, IFittedLoss
{
    public int FittedExamples { get; private set; }

    public void Fit(LossFitContext context) =>
        FittedExamples = (int)context.TeacherSignals("teacher", SignalNames.Logits).size(0) * (context.Examples.Count == context.TeacherSignals("teacher", "logits").size(0) ? 1 : 0);
}

/// <summary>Regresses the teacher's logits from the student's by a layer of its own.</summary>
internal sealed class TrainedLoss : TeacherLoss, ITrainedLoss
{
    public TorchSharp.Modules.Linear? Layer { get; private set; }

    public float[] FirstWeights { get; private set; } = [];

    public nn.Module CreateModule(Signals student, Signals? teacher)
    {
        Layer = nn.Linear(student.Logits.size(1), teacher!.Logits.size(1));
        FirstWeights = Layer.weight.data<float>().ToArray();
        return Layer;
    }

    public override Tensor Evaluate(LossBatch batch) => nn.functional.mse_loss(Layer!.call(batch.Student.Logits), batch.Teacher.Logits);
}

/// <summary>Asks for two outputs a class and reads a class score as their sum.</summary>
internal sealed class WideningLoss : TeacherLoss, IWideningLoss
{
    public long SeenWidth { get; private set; }

    public int Outputs(int classes) => 2 * classes;

    public Tensor ReadClassScores(Tensor wide) => wide.reshape(wide.size(0), -1, 2).sum(2);

    public override Tensor Evaluate(LossBatch batch)
    {
        SeenWidth = batch.Student[SignalNames.WideLogits].size(1);
        return base.Evaluate(batch);
    }
}
