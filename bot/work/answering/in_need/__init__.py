"""Whoever needs somebody else to go on: a child without a grown-up, somebody who does not know where they are, or whose
question nobody here can answer."""
