"""Many submissions: who handed in what, graded in parallel, compared with the grades that stand, and published.

    intake      intake.py      a folder of downloads → hand-ins, each with its student (layouts.py, tree.py, roster.py, headings.py)
    grade       grading.py     what each holds, and the result of every answer that the gradebook does not know yet;
                batch.py       the two functions that are mapped over batches, by processes of this machine or by Dask (workers.py)
    compare     regrade.py     who gains, who loses, and why, before anything is published
    publish     ../gradebook/  results, grades and decisions, and the audit trail

`grader/cli/classroom.py` joins them, and `../gradebook/adjust.py` puts over what was graded what a person decided. From the
gradebook, later and as often as one likes:

    results.py, audit.py         a student's results in words; where a grade comes from
    statistics.py, attention.py  the class in numbers (estimates.py has the formulas); what wants to be looked at
    similarity.py                answers more alike than is usual (base_rate.py, overlaps.py, passages.py, sources.py)

What reports and exports are made of is the gradebook's (`../gradebook/records.py`), and `statistics.py` and `attention.py` here.
"""
