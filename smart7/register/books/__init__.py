"""The form a unit fills in for a period: made, read back, held to the rules, and handed back with its faults shown."""
