"""Times and order worked out: the temporal network of a case, and what follows from it."""
