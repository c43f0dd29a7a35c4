"""What a meeting decides of each usulan: tapped, told in words, or read from a list."""
