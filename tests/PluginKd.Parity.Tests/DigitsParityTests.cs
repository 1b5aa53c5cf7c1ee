using System.Text.Json;

namespace PluginKd.Parity.Tests;

/// <summary>The digits job ends with the weights that PyTorch, and two other engines, ended with.</summary>
[Trait("needs", "shared")]
public class DigitsParityTests
{
    private static string Job => Path.Combine(Places.Shared!, "parity", "digits");

    [SharedFact]
    public void The_first_sixty_losses_are_those_of_the_recorded_job()
    {
        torch.set_num_threads(1);
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(Job, "meta.json"))).RootElement.GetProperty("first_losses").EnumerateArray()
            .Select(l => l.GetDouble()).Take(60).ToList();

        var found = new ParityJob(Job, ParityTeacher.Online).Run(traced: 60).Losses;

        Assert.Equal(60, expected.Count);
        Assert.Equal(60, found.Count);
        for (var i = 0; i < 60; i++) Assert.InRange(found[i], expected[i] * (1 - 1e-5), expected[i] * (1 + 1e-5));
    }

    [SharedFact]
    public void Final_weights_lie_within_a_ten_thousandth_of_the_recorded_ones_whatever_the_processor()
    {
        torch.set_num_threads(1);
        using var arrays = new ParityArrays(Job);
        var expected = new[] { "0.weight", "0.bias", "2.weight", "2.bias" }.SelectMany(n => arrays.Floats("student_final." + n)).ToArray();

        foreach (var teacher in Enum.GetValues<ParityTeacher>())
        {
            var found = new ParityJob(Job, teacher).Run().Weights;
            Assert.Equal(expected.Length, found.Length);
            for (var i = 0; i < expected.Length; i++) Assert.InRange(found[i], expected[i] - 1e-4f, expected[i] + 1e-4f);
        }
    }

    [PyTorchFact]
    public async Task Final_weights_are_to_the_bit_those_of_the_PyTorch_loop_on_this_machine()
    {
        torch.set_num_threads(1);
        Assert.Equal(await PyTorchLoop.WeightsHashAsync("online"), new ParityJob(Job, ParityTeacher.Online).Run().WeightsHash);
        Assert.Equal(await PyTorchLoop.WeightsHashAsync("cached"), new ParityJob(Job, ParityTeacher.Cached).Run().WeightsHash);
    }
}
