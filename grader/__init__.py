"""gradkata: a grader for numpy exercises that names the mistake. Start reading at `pipeline.py`."""

__version__ = "0.1.0"


def load_ipython_extension(ipython: object) -> None:
    """`%load_ext grader`, as notebooks have it that are older than `gradkata/`."""
    from gradkata import load_ipython_extension as load

    load(ipython)
