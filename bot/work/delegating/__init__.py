"""Delegates: who speaks for which usulan, with what in hand, and what they tell whoever brought it."""
