"""Tasks: planned from dates, reminded of, done, handed over, and what happens when they are late."""
