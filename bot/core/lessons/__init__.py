"""Lessons: what they are, in which order and when they come, what was wrong in them, and scenes to practise."""
