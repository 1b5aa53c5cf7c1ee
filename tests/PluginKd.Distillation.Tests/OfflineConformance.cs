namespace PluginKd.Distillation.Tests;

public sealed class OfflineConformance : KdConformance<Offline>
{
    protected override object[] Settings =>
    [
        new OfflineSettings { Student = new TinyModel(), Loss = [new WeightedLoss("soft", new TinyTeacherLoss(), 0.9), new WeightedLoss("hard", new TinyLabelLoss(), 0.1)] },
        new OfflineSettings { Student = new TinyModel(), Loss = [new WeightedLoss("soft", new TinyTeacherLoss(), 0.9), new WeightedLoss("hard", new TinyLabelLoss(), 0.1)], Balance = LossBalance.Gradient, BatchSize = 5 },
        new OfflineSettings { Student = new TinyModel(Modality.Text), Loss = [new WeightedLoss("soft", new TinyTeacherLoss(), 1)], TeacherSignals = SignalSource.Online, On = ["unlabelled"], BatchSize = 5, Epochs = 2 },
        new OfflineSettings { Student = new TinyModel(), Loss = [new WeightedLoss("trained", new TrainedLoss(), 1), new WeightedLoss("wide", new WideningLoss(), 1)], BatchSize = 7, Epochs = 4, EarlyStopping = new() { Patience = 2 } },
    ];
}
