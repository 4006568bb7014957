"""Many submissions: who handed in what, graded in parallel, compared with the grades that stand, and published.

    intake      intake.py      a folder of downloads → hand-ins, each with its student (roster.py)
    remembered  ...            what the gradebook knows of the same answer, checks, environment and seed is not graded again
    graded      batch.py       the function that is mapped over batches, by processes of this machine or by Dask (workers.py)
    compared    regrade.py     who gains, who loses, and why, before anything is published
    published   ../gradebook/  grades, adjustments and the audit trail

Beside that line stands `similarity.py`: which answers are more alike than is usual in the class.

`records.py` holds what travels between them, and what reports and exports are made of.
"""
