"""Statements about people: who they are, their roles, what is kept about them, forgetting them."""
