"""gradkata: a grader for numpy exercises that names the mistake. Start reading at `pipeline.py`."""

__version__ = "0.1.0"


def load_ipython_extension(ipython: object) -> None:
    """`%load_ext grader`. Here for IPython to find; what it takes is imported only then."""
    from grader.kernel.magic import load

    load(ipython)
