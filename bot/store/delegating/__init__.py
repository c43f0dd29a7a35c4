"""Who speaks for which usulan."""
