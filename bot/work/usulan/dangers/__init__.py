"""Danger, violence and despair in what people tell: answered first, told to whom it must be told, kept apart."""
