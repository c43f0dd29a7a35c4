"""Days and hours, as people name them."""
