"""How ready the villages are: four questions, whom to ring, the Monday page."""
