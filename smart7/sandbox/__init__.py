"""Analysts' SQL, run in a process of its own that can read one snapshot and nothing else."""
