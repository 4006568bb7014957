"""Everything that may exist in the process that runs student code. Imports numpy and the standard library,
nothing of the grader: what stands here is public, and is all that a worker can find."""
