"""An announcement until it is agreed to: for whom, when, in which words, and how it will look."""
