"""Running student code where it can neither see nor decide its verdict.

Theory of operation
===================

    grader ──── control socket ───> zygote ──── fork ───> worker   one per check
       └──────────────── a socket and an output pipe for each ──────┘

- The *grader* holds everything worth hiding: checks, references, mistakes, seeds. It decides every verdict,
  and trusts nothing that comes out of a worker.
- The *zygote* is a second interpreter, started by exec with an empty environment and no `site`, so it holds
  nothing of the grader's. It imports numpy and the files in `inside/`, proves the layers of confinement by
  asking the kernel (`inside/proofs.py`) and by trying to break out (`inside/probes.py`), and from then on only
  forks. What was not shown to hold does not hold. It never runs student code; where
  bubblewrap is installed it lives in it, so that hidden files are not even there.
- A *worker* is a fork of the zygote for one check. Before it reads anything it closes every other
  descriptor and gives up its rights (`inside/confine.py`: limits, user, capabilities, no_new_privs,
  Landlock, seccomp). The answer arrives as bytes over its socket, and so do the arguments of each call.
  When the check is over the grader kills it through its pidfd: no state, thread or `atexit` survives.

What may be said (`inside/wire.py`): requests are operations on the answer, replies are values, and a value
is data of a few listed kinds, checked before it is allocated, never unpickled. Each request carries a fresh
nonce, and exactly one reply with that nonce is read; anything else is the status `protocol`. There is no
message that means "passed".

Whose fault it is: what a worker does wrong ends as a `Fault` with one of the statuses of `model.Status`.
What the zygote or this package does wrong raises `SandboxError`, which the pipeline turns into
`grader_error`, and that never costs a point.

Levels, best first; the one reached is recorded with every grade, and `grade doctor` prints it:

    isolated   confined, and inside bubblewrap: files outside the view do not exist, and nothing runs as root
    confined   Landlock, seccomp, limits and no_new_privs hold, and every probe was stopped
    process    a separate process with limits; what macOS, Windows and old kernels offer

A student's own machine needs only the separate process. Grading other people's code with hidden checks
below `confined` is refused unless asked for by name (`grade --allow-unconfined`).

The files: `launch.py` starts the zygote (and imports no numpy, so that the two interpreters can load it at
the same time), `view.py` says what it may see, `host.py` defines a worker, `forking.py` gets them from the
zygote and `spawning.py` does without one, `channel.py` talks to one worker, `look.py` looks at it from outside,
`group.py` bounds what all of them use together, and `libraries.py` knows what they must be able to load.
"""
