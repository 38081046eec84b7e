"""What a case is: its file, its dates, its order, its texts. Pure Python: no Qt, no numpy."""
