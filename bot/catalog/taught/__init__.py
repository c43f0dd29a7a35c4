"""Files of examples: where they stand, what was made of them, and whether that is still true."""
