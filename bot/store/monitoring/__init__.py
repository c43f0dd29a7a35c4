"""What came of usulan whose work is done."""
