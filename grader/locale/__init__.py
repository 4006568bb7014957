"""What the program says in Japanese, and what an author does to these catalogues."""
