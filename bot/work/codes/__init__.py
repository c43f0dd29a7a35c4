"""Secret codes, and how they are handed out."""
