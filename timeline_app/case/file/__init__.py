"""A case file read: a sound case, or every error with its place."""
