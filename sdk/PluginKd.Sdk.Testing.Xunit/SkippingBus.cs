using Xunit.Abstractions;
using Xunit.Sdk;

namespace PluginKd.Sdk.Testing;

/// <summary>Passes the messages of a test on; one that ended in <see cref="FactSkippedException"/> was skipped, not failed.</summary>
/// <param name="inner">Where the messages go.</param>
internal sealed class SkippingBus(IMessageBus inner) : IMessageBus
{
    public int Skipped { get; private set; }

    public bool QueueMessage(IMessageSinkMessage message)
    {
        if (message is not ITestFailed failed || failed.ExceptionTypes.FirstOrDefault() != typeof(FactSkippedException).FullName)
            return inner.QueueMessage(message);
        Skipped++;
        return inner.QueueMessage(new TestSkipped(failed.Test, failed.Messages[0]));
    }

    public void Dispose()
    {
        // The inner bus belongs to the runner.
    }
}
