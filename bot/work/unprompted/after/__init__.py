"""What is said or sent soon after something of ours, with nothing open: it belongs to that."""
