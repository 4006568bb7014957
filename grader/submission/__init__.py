"""What somebody hands in, as answers: from files, folders, archives and notebooks. Reads, and never parses Python."""
