using PluginKd.Tool;

return await CommandLine.RunAsync(args);
