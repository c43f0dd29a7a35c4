"""What came of work that is done: the photo from the old spot beside the one from before, and whether it fits."""
