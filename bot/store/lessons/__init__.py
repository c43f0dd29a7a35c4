"""Statements about learning: who learns when, how far they are, what they answered and tried out."""
