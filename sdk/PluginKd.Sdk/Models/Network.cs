namespace PluginKd.Sdk;

/// <summary>A module that turns raw inputs into tensors and answers with named signals.</summary>
/// <remarks>Derive, assign sub-modules to fields, call <c>RegisterComponents()</c> last in the constructor.</remarks>
/// <param name="name">Name of the architecture.</param>
public abstract class Network(string name) : nn.Module<IReadOnlyList<Tensor>, Signals>(name)
{
    /// <summary>What a file must carry beside the weights to make this network again, such as its vocabulary.</summary>
    public virtual IReadOnlyDictionary<string, string> Saved { get; } = new Dictionary<string, string>();

    /// <summary>What writes for this network; null where there is nothing to write. A network that holds another hands on its own.</summary>
    public virtual IGenerator? Generator => this as IGenerator;

    /// <summary>Says whether the network answers for all of these inputs; false only of one that looks answers up and lacks some.</summary>
    /// <remarks>The host leaves a teacher out where it cannot answer in full: it is not measured on such a split.</remarks>
    /// <param name="inputs">N inputs.</param>
    public virtual bool CanAnswer(Inputs inputs) => true;

    /// <summary>Turns inputs into tensors; batches are gathered from them by row.</summary>
    /// <remarks>
    /// Called with as many inputs as fit into memory: a whole split of up to 100,000, else a piece or one batch of it, then also on another
    /// thread while the network works on the batch before. So it reads nothing that training changes and draws no random number, and what it
    /// makes of an input may depend on the others by padding only.
    /// </remarks>
    /// <param name="inputs">N inputs.</param>
    /// <returns>The arguments of <c>forward</c>, each with N rows, on the CPU.</returns>
    /// <exception cref="UserErrorException">The inputs are of another modality or shape than the network takes.</exception>
    public abstract IReadOnlyList<Tensor> Encode(Inputs inputs);
}
