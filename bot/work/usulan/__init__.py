"""An usulan from the first word to its number, and whose voice it is."""
