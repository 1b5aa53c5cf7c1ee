using PluginKd.Data.Images;
using PluginKd.Teachers;
using Xunit.Abstractions;

namespace PluginKd.Models.Images.Tests;

public class CheckpointAccuracyTests(ITestOutputHelper output)
{
    private const int Images = 1000;

    // Shares that an independent forward pass written in numpy got right of the first 1000 test images of the JPEG copy of CIFAR-10.
    [SharedTheory]
    [Trait("needs", "shared")]
    [InlineData(20, "12fca82f", 0.804)]
    [InlineData(32, "d509ac18", 0.840)]
    [InlineData(44, "014dd654", 0.821)]
    [InlineData(56, "4bfd9763", 0.825)]
    public void Published_checkpoints_are_as_good_as_in_numpy(int depth, string hash, double accuracy)
    {
        using var host = new KdTestHost();
        var data = new CifarSource(new()
        {
            Path = Path.Combine(Places.Shared!, "data/cifar10"),
            Train = ["data_batch_1.bin"],
            Test = ["test_batch.bin"],
            Classes = "batches.meta.txt",
            Mean = [0.485, 0.456, 0.406],
            Deviation = [0.229, 0.224, 0.225],
        }).Load(host.Stage);
        var teacher = new CheckpointTeacher(new()
        {
            Model = new ResNet(new() { Depth = depth }),
            Path = Path.Combine(Places.Shared!, $"data/cifar10_resnet_ckpt/resnet{depth}-{hash}.safetensors"),
        });
        using var network = teacher.Obtain(new TeacherContext(host.Stage, data.Sealed()))["teacher"];
        var test = data["test"].Take([.. Enumerable.Range(0, Images)]);
        using var logits = Inference.Collect(network, test.Inputs, [SignalNames.Logits], host.Stage)[SignalNames.Logits];
        var right = logits.argmax(1).data<long>().ToArray().Zip(test.Labels).Count(pair => pair.First == pair.Second);
        output.WriteLine($"resnet-{depth}: {right} of {Images} right");
        Assert.InRange(right / (double)Images, accuracy - 0.003, accuracy + 0.003);
    }
}
