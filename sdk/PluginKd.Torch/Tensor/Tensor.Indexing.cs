using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>A view on the places that the brackets name; a copy where a tensor of indices is among them.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The places that tensors of indices name, one tensor a dimension.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => index(indices);
            set => index_put_(value, indices);
        }

        /// <summary>The places that the indices name.</summary>
        public Tensor index(params Tensor[] indices) => Ops.index__Tensor.Call(this, Arg.OptionalList(indices));

        /// <summary>The places that the indices name.</summary>
        public Tensor index(params TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            var places = Walk(indices, out var view);
            if (places is null)
                return view ?? alias();
            var found = Ops.index__Tensor.Call(view ?? this, Arg.OptionalList(places));
            view?.Dispose();
            return found;
        }

        /// <summary>Writes numbers to the places that the indices name, broadcast; in place.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices)
        {
            ArgumentNullException.ThrowIfNull(indices);
            var places = Walk(indices, out var view);
            var target = view ?? this;
            if (places is null)
                Ops.copy_.Run(target, value);
            else
                Ops.index_put_.Run(target, Arg.OptionalList(places), value);
            view?.Dispose();
            return alias();
        }

        /// <summary>Writes a number to the places that the indices name; in place.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices)
        {
            using Tensor number = value;
            using var converted = number.to(dtype, device);
            return index_put_(converted, indices);
        }

        /// <summary>Writes numbers to the places that tensors of indices name; in place.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Writes, or adds, numbers to the places that tensors of indices name; in place.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false) =>
            Ops.index_put_.Call(this, Arg.OptionalList(indices), value, accumulate);

        // Takes numbers, ranges and new dimensions as views, one after the other, and collects the tensors that are left for one call.
        private Tensor?[]? Walk(TensorIndex[] indices, out Tensor? view)
        {
            view = null;
            List<Tensor?>? places = null;
            var taken = 0L;
            foreach (var index in indices)
            {
                taken += index.Kind switch
                {
                    TensorIndex.Sort.Slice or TensorIndex.Sort.Single => 1,
                    TensorIndex.Sort.Tensor => Taken(index.Places!),
                    _ => 0,
                };
            }

            // A mask is one entry of the list, and stands for all its dimensions.
            long dim = 0, listed = 0;
            foreach (var index in indices)
            {
                switch (index.Kind)
                {
                    case TensorIndex.Sort.Ellipsis:
                        dim += ndim - taken;
                        break;
                    case TensorIndex.Sort.NewDimension:
                        Next(ref view, Ops.unsqueeze.Call(view ?? this, dim++));
                        break;
                    case TensorIndex.Sort.Truth:
                        Next(ref view, Ops.unsqueeze.Call(view ?? this, dim));
                        if (index.First == 0)
                            Next(ref view, Ops.narrow.Call(view!, dim, 0, 0));
                        dim++;
                        break;
                    case TensorIndex.Sort.Single:
                        Next(ref view, Ops.select__int.Call(view ?? this, dim, index.First!.Value));
                        break;
                    case TensorIndex.Sort.Slice:
                        if (index.First is not null || index.Stop is not null || index.Step is not null)
                            Next(ref view, Ops.slice__Tensor.Call(view ?? this, dim, index.First, index.Stop, index.Step ?? 1));
                        dim++;
                        break;
                    default:
                        places ??= [];
                        for (; listed < dim; listed++)
                            places.Add(null);
                        places.Add(index.Places);
                        dim += Taken(index.Places!);
                        listed = dim;
                        break;
                }
            }

            return places?.ToArray();
        }

        private static long Taken(Tensor places) => places.dtype is ScalarType.Bool or ScalarType.Byte ? places.ndim : 1;

        private static void Next(ref Tensor? view, Tensor next)
        {
            view?.Dispose();
            view = next;
        }
    }
}
