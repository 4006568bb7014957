"""The tests run in a checkout that nobody may have installed: its catalogues are compiled first."""

from grader.locale.catalogue import compile_catalogues

compile_catalogues()
