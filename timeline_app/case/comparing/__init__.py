"""What two cases have in common, and how they differ."""
