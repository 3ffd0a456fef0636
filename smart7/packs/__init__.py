"""What leaves the house: tables and pictures, each marked with its source, and a sample named as one."""
