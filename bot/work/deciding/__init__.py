"""What meetings decided of usulan, and how those who brought them learn of it."""
