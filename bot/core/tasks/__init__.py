"""Tasks: planned backwards, owned by somebody, climbing when late."""
