"""gradkata: a grader for numpy exercises that names the mistake. Start reading at `pipeline.py`."""

__version__ = "0.1.0"
