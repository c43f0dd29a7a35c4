"""The interpreter of every guided conversation."""
