"""One answer against one exercise: run its checks, judge them, explain the verdict in words, draw its curves."""
