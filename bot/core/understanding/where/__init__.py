"""Places as people tell them: names, and whole addresses."""
