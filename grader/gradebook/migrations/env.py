"""What Alembic runs: the migrations, in the connection and transaction of whoever opened the gradebook.

To add one: write `versions/000N_what_it_does.py` by the pattern of the last, change `tables.py` alike, and raise `HEAD` in `open.py`.
"""

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
context.run_migrations()
