"""Numbers that are put right, taken back or said again."""
