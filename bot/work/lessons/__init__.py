"""Learning: lessons that come when they are needed, what was wrong in them, what was tried out, scenes to practise."""
