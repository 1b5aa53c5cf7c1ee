using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public partial class Module
        {
            /// <summary>Writes parameters and persistent buffers to a file in TorchSharp's format.</summary>
            /// <param name="location">The file; ".dat" by convention.</param>
            /// <param name="skip">Keys to leave out.</param>
            public Module save(string location, IList<string>? skip = null)
            {
                using var stream = File.Create(location);
                return save(stream, skip);
            }

            /// <inheritdoc cref="save(string, IList{string})" />
            public Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <inheritdoc cref="save(string, IList{string})" />
            public Module save(Stream stream, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return save(writer, skip);
            }

            /// <summary>Writes named tensors in TorchSharp's format.</summary>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                ArgumentNullException.ThrowIfNull(sd);
                StateFormat.Write(writer, sd, skip);
            }

            /// <summary>Reads parameters and persistent buffers from a file in TorchSharp's format, into those that are here.</summary>
            /// <param name="location">The file.</param>
            /// <param name="strict">Whether the file must have all keys of this module and no others.</param>
            /// <param name="skip">Keys that stay as they are.</param>
            /// <param name="loadedParameters">Takes each key and whether it was read.</param>
            /// <exception cref="ArgumentException">Strict, and the keys differ; or a shape or type differs.</exception>
            public virtual Module load(
                string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var stream = File.OpenRead(location);
                return load(stream, strict, skip, loadedParameters);
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})" />
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                StateFormat.ReadInto(reader, state_dict(), GetName(), strict, skip, loadedParameters);
                return this;
            }

            /// <inheritdoc cref="load(string, bool, IList{string}, Dictionary{string, bool})" />
            public Module load(
                Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(stream, System.Text.Encoding.UTF8, leaveOpen: true);
                return load(reader, strict, skip, loadedParameters);
            }
        }
    }
}
