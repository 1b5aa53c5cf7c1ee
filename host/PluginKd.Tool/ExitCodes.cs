namespace PluginKd.Tool;

/// <summary>What the exit code tells a script.</summary>
internal static class ExitCodes
{
    public const int Success = 0;
    public const int RunFailed = 1;
    public const int WrongInput = 2;
    public const int PluginFailed = 3;
    public const int Stopped = 130;

    public static int Of(Exception error) => error switch
    {
        OperationCanceledException => Stopped,
        PipelineException => WrongInput,
        UserErrorException { Kind: UserErrorKind.Input } => WrongInput,
        UserErrorException { Kind: UserErrorKind.Plugin } => PluginFailed,
        _ => RunFailed,
    };
}
