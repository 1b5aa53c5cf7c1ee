// Live tensors are counted for the whole process, and it has one generator.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
