"""Reading usulan: what waits, one whole usulan, voices written down, the word that it was read."""
