"""A course: its folders, its stubs, what of it decides about an answer, and how a new exercise begins. Runs none of its code."""
