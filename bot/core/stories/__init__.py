"""What a story tells: values found anywhere in running text, and which of them contradict each other."""
