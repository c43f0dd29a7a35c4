"""What comes in, what goes out, what waits for its time, and how fast."""
