"""The one thing that changes: which cases are open, what is chosen, what is seen. No Qt."""
