"""The class report: a small static site that opens by a double click.

- `report_data.py`: what it is made of: a class table, its statistics, flags, and where details come from
- `from_gradebook.py`: reads that from a gradebook
- `index.py`, `attention.py`, `exercise.py`, `student.py`: page data, every text in words, nothing left to work out
- `grid.py`: students × exercises, for the page and its script
- `numbers.py`: numbers in words and drawings
- `example.py`: an answer as an example that names nobody
- `unnamed.py`: the same class without a name in it
- `site.py`: writes the files
"""
