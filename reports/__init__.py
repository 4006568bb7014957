"""How results are shown: each format is made from `grader.model.RunResult` alone, and judges nothing."""
