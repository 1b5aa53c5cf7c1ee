using System.Globalization;
using TorchSharp.Utils;

namespace TorchSharp;

/// <summary>What an optimiser remembers, and its learning rates, in a file; written and read by this library only.</summary>
public static class OptimizerStateExtensionMethods
{
    /// <summary>Writes moments, step numbers, LBFGS's history and learning rates to a file.</summary>
    public static void save_state_dict(this torch.optim.Optimizer optimizer, string location)
    {
        using var writer = new BinaryWriter(File.Create(location));
        optimizer.save_state_dict(writer);
    }

    /// <inheritdoc cref="save_state_dict(torch.optim.Optimizer, string)" />
    public static void save_state_dict(this torch.optim.Optimizer optimizer, BinaryWriter writer)
    {
        using var scope = torch.NewDisposeScope();
        var saved = OptimizerCheckpoint.Save(optimizer);
        for (var i = 0; i < optimizer.Groups.Count; i++)
            saved[Key(i)] = torch.tensor(new[] { optimizer.Groups[i].LearningRate, optimizer.Groups[i].InitialLearningRate });
        StateFormat.Write(writer, saved, null);
    }

    /// <summary>Takes over what <see cref="save_state_dict(torch.optim.Optimizer, string)"/> wrote, for an optimiser made in the same way.</summary>
    public static void load_state_dict(this torch.optim.Optimizer optimizer, string location)
    {
        using var reader = new BinaryReader(File.OpenRead(location));
        optimizer.load_state_dict(reader);
    }

    /// <inheritdoc cref="load_state_dict(torch.optim.Optimizer, string)" />
    public static void load_state_dict(this torch.optim.Optimizer optimizer, BinaryReader reader)
    {
        using var scope = torch.NewDisposeScope();
        var saved = StateFormat.Read(reader);
        for (var i = 0; i < optimizer.Groups.Count; i++)
        {
            if (saved.TryGetValue(Key(i), out var found) && found.numel() != 2)
                throw new ArgumentException($"'{Key(i)}' is {found.Summary()}, and two learning rates are needed", nameof(reader));
        }

        OptimizerCheckpoint.Restore(optimizer, saved);
        for (var i = 0; i < optimizer.Groups.Count; i++)
        {
            if (saved.TryGetValue(Key(i), out var rates))
                (optimizer.Groups[i].LearningRate, optimizer.Groups[i].InitialLearningRate) = (rates[0].ToDouble(), rates[1].ToDouble());
        }
    }

    private static string Key(int group) => "group." + group.ToString(CultureInfo.InvariantCulture);
}
