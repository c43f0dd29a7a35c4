"""What may become of an usulan, and what each change demands."""
