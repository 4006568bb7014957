"""What a class's grades are kept in: a SQLite file by default, PostgreSQL by URL.

Two things live in one database and are never mixed up:

- what was *worked out* (`tables.answers`, `results`, `readings`): content by key, the same for whoever works it out. It is
  written batch by batch while a class is graded, so that an interrupted run loses nothing, and a regrade runs only what
  changed. Throwing it away would cost time and no grade.
- what was *decided* (`runs`, `hand_ins`, `grades`, `adjustments`): append only. A run publishes all its grades in one
  transaction, or none. The grade that stands is read from the newest rows; older ones are the audit trail.

`tables.py` says the layout and `migrations/` how it came about; `work.py` is the first half, `book.py` the second,
`standing.py` reads a class as a table of `records.py`, with what a person decided put over what was graded (`adjust.py`).
`open.py` opens either kind of database.
"""
