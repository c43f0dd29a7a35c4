"""What people say in the middle of a form that answers nothing in it: acts, doubts, another usulan, what waits."""
