using System.Security.Cryptography;

namespace PluginKd.Teachers;

/// <summary>Takes a teacher that Python exported with torch.jit: nothing is trained.</summary>
/// <remarks>
/// The teacher is named <c>teacher</c> and offers <c>logits</c> [N, C], and <c>embedding</c> [N, D] where it is asked for. The module is called with
/// one float32 tensor of rows or images, [N, …] as the data are, and answers with a tensor, or a tuple or list of tensors. Its outputs are taken in
/// the order of the data's classes, which nothing can check; their number is, by a dry batch. Weights are stored with the run; the program in the
/// file is not, so the file has to stay, and another one in its place is refused. There is no paper to depart from.
/// </remarks>
/// <param name="settings">File and outputs.</param>
[KdPlugin("torchscript", Settings = typeof(TorchScriptTeacherSettings))]
public sealed class TorchScriptTeacher(TorchScriptTeacherSettings settings) : ITeacher, IChecksData
{
    private const string Name = "teacher";
    private const int DryExamples = 2;

    /// <inheritdoc />
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Offers { get; } = new Dictionary<string, IReadOnlyList<string>>
    {
        [Name] = settings.Embedding is null ? [SignalNames.Logits] : [SignalNames.Logits, SignalNames.Embedding],
    };

    /// <inheritdoc />
    public IEnumerable<UserErrorException> Check(DataBundle data)
    {
        if (data.Splits[0].Inputs is not DenseInputs)
            yield return new UserErrorException($"the data are {data.Modality.Describe()}", "rows or images of numbers, which the module takes as a float32 tensor", "path", "use another teacher for these data");
    }

    /// <inheritdoc />
    public IReadOnlyDictionary<string, Network> Obtain(TeacherContext context)
    {
        context.Stage.Cancellation.ThrowIfCancellationRequested();
        var examples = context.Data.Splits.FirstOrDefault(split => split.Role == SplitRole.Train) ?? context.Data.Splits[0];
        var network = Open(context.Stage.PathOf(settings.Path), new ModelRequest(examples.Inputs, context.Data.Classes.Count));
        foreach (var parameter in network.parameters()) parameter.requires_grad = false;
        network.eval();
        return new Dictionary<string, Network> { [Name] = network };
    }

    /// <inheritdoc />
    public Network Create(string name, ModelRequest request) => Open(settings.Path, request);

    private TorchScriptNetwork Open(string path, ModelRequest request)
    {
        var bytes = BytesOf(path);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        if (request.Saved?.TryGetValue(TorchScriptNetwork.HashKey, out var stored) == true && stored != hash)
            throw new UserErrorException("the file is another one than when the teacher was stored", $"the file whose SHA-256 begins with {stored[..12]}", path, "put that file back");
        var network = new TorchScriptNetwork(Load(bytes, path), hash, settings.Logits, settings.Embedding);
        if (request.Saved is null) Try(network, request, path);
        return network;
    }

    private static byte[] BytesOf(string path)
    {
        if (!File.Exists(path))
            throw new UserErrorException(Directory.Exists(path) ? $"'{path}' is a folder" : $"there is no file '{path}'", "a TorchScript file there", "teacher.path",
                "correct the path; it starts from the folder of the pipeline file");
        return File.ReadAllBytes(path);
    }

    private static jit.ScriptModule Load(byte[] bytes, string path)
    {
        try
        {
            return jit.load(bytes);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new UserErrorException($"the file is no TorchScript: {FirstLine(problem)}", "what torch.jit.save(torch.jit.script(model), path) writes", path,
                "export the model with torch.jit; weights alone, such as state dicts, go into safetensors for the teacher 'checkpoint'", problem);
        }
    }

    /// <summary>Calls the module with two examples, so that what does not fit comes out before anything is trained.</summary>
    private void Try(TorchScriptNetwork network, ModelRequest request, string path)
    {
        using var scope = NewDisposeScope();
        network.eval();
        var inputs = network.Encode(request.Examples.Take([.. Enumerable.Range(0, Math.Min(DryExamples, request.Examples.Count))]));
        var (count, shape) = (inputs[0].size(0), Show(inputs[0]));
        Tensor[] outputs;
        try
        {
            outputs = network.Outputs(inputs[0]);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            throw new UserErrorException($"the module cannot be called with float32 {shape}: {FirstLine(problem)}", "a module that takes one such tensor and gives a tensor, or a tuple or list of tensors", path,
                "wrap the model in Python in one that does, and export that", problem);
        }

        foreach (var (place, at) in new[] { ("logits", (int?)settings.Logits), ("embedding", settings.Embedding) })
        {
            if (at >= outputs.Length)
                throw new UserErrorException($"the module has {outputs.Length} output{(outputs.Length == 1 ? "" : "s")}, and {place} would be number {at}", "a position from 0 on", $"teacher.{place}", "count the outputs from 0");
        }

        var logits = outputs[settings.Logits];
        if (logits.dim() != 2 || logits.size(0) != count || logits.size(1) != request.Outputs)
            throw new UserErrorException($"the logits of {count} examples are {Show(logits)}", $"[{count}, {request.Outputs}], one for each class of the data", path,
                "use a model for these classes, or set teacher.logits to another output");
        if (settings.Embedding is { } embedding && (outputs[embedding].dim() < 2 || outputs[embedding].size(0) != count))
            throw new UserErrorException($"the embedding of {count} examples is {Show(outputs[embedding])}", $"[{count}, D]", path, "set teacher.embedding to another output");
    }

    private static string Show(Tensor tensor) => $"[{string.Join(", ", tensor.shape)}]";

    private static string FirstLine(Exception problem) => problem.Message.Split('\n', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault("").Trim();
}
