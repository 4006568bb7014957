"""How people hand in right answers: the list (`habits.toml`), and classes that are drawn from it (`build.py`)."""
