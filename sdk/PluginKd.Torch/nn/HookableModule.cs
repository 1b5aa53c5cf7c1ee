namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A module whose <c>call</c> lets others look on; <c>forward</c> alone does not.</summary>
        public abstract class HookableModule<TPreHook, TPostHook> : Module
            where TPreHook : Delegate
            where TPostHook : Delegate
        {
            // In the order of registration; null until the first, since most modules never have one.
            private List<Delegate>? _before;
            private List<Delegate>? _after;

            private protected HookableModule(string name)
                : base(name)
            {
            }

            private protected bool HasHooks => _before is not null || _after is not null;

            /// <summary>Calls <paramref name="hook"/> with each result; what it returns, unless null, takes the result's place.</summary>
            public HookRemover register_forward_hook(TPostHook hook) => new(_after ??= [], hook);

            /// <summary>Calls <paramref name="hook"/> after each call.</summary>
            public HookRemover register_forward_hook(Action<Module> hook) => new(_after ??= [], hook);

            /// <summary>Calls <paramref name="hook"/> with the inputs; what it returns, unless null, takes their place.</summary>
            public HookRemover register_forward_pre_hook(TPreHook hook) => new(_before ??= [], hook);

            /// <summary>Calls <paramref name="hook"/> before each call.</summary>
            public HookRemover register_forward_pre_hook(Action<Module> hook) => new(_before ??= [], hook);

            private protected IEnumerable<TPreHook> Before() => Hooks<TPreHook>(_before);

            private protected IEnumerable<TPostHook> After() => Hooks<TPostHook>(_after);

            private IEnumerable<THook> Hooks<THook>(List<Delegate>? hooks)
            {
                foreach (var hook in hooks?.ToArray() ?? [])
                {
                    if (hook is THook own)
                        yield return own;
                    else
                        ((Action<Module>)hook)(this);
                }
            }

            /// <summary>Ends a hook.</summary>
            public sealed class HookRemover
            {
                private readonly List<Delegate> _hooks;
                private readonly Delegate _hook;

                internal HookRemover(List<Delegate> hooks, Delegate hook)
                {
                    ArgumentNullException.ThrowIfNull(hook);
                    (_hooks, _hook) = (hooks, hook);
                    hooks.Add(hook);
                }

                /// <summary>The hook is not called any more.</summary>
                public void remove() => _hooks.Remove(_hook);
            }
        }
    }
}
