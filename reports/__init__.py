"""How results are shown, in a terminal, as JSON and as HTML: page data first, rendering second. Nothing here judges.

One person's results are a `grader.model.RunResult`; a class's (`classroom/`) are a `ClassTable` of the gradebook and the
statistics made of it.
"""
