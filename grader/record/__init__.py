"""What a learner's workspace is and remembers, and what is kept warm between two gradings of it."""
