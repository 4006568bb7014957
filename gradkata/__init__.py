"""gradkata in a Jupyter kernel: `%load_ext gradkata` gives `%grade` and `%%grade`. The program itself is `grader/`.

A package of its own, because it is loaded where a student's folder comes first on the search path: a `grader.py` there
must not be taken for ours. So nothing here imports `grader` or `reports`: only the standard library, and of IPython its error for a wrong line.
"""


def load_ipython_extension(ipython: object) -> None:
    """Here for IPython to find; what it takes is imported only then."""
    from gradkata.magic import load

    load(ipython)
