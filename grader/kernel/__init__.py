"""The grader beside a Jupyter kernel. Its other half runs in the kernel and is the package `gradkata`."""
