"""How ready a village is, and which to ring first."""
