"""Places as people know them: the dusun of a desa, posters that hang there."""
