"""All content as one page for those who write it: index, search, examples, what changed."""
