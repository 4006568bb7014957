"""What other programs read, one file a format. Data in, text or bytes out: nothing here opens a file or prints.

From a class table:

    table_csv.py     one row for each student and exercise, for spreadsheets and data frames
    canvas.py        Canvas: fills an exported gradebook, or makes a new one
    moodle.py        Moodle: gradebook, worksheet of an assignment, feedback files

From a result:

    gradescope.py    Gradescope's results.json
    classroom50.py   Classroom 50's result.json
    junit.py         JUnit XML, which every CI service reads
    github.py        annotations and job summary of GitHub Actions

`sheet.py` changes cells of somebody else's CSV and nothing else in it; `grades.py` turns a table's totals into grades
and finds each student's row; `messages.py` has the words that a check may say outside our own reports.
"""
