"""Answers and hand-ins that attack the grader, graded by the real command.

    cases/           one small file an attack; its first lines say what must become of it (see catalogue.py)
    hand_ins.py      attacks that are no answer but a file, a folder or an archive
    catalogue.py     reads both
    stage.py         the course and the classes that are graded
    configurations.py   root or user, with or without bubblewrap
    become.py        runs a command as that user
    watched.py       runs a command and watches what it leaves behind
    memory.py        reads a worker's memory from outside
    invariants.py    what must hold after every run, whatever was handed in

`test_hostile.py` grades all of it in each configuration; `test_one_by_one.py` each case by itself.
"""
