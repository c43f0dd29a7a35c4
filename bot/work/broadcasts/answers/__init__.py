"""What recipients say of an announcement, and what its author answers them."""
