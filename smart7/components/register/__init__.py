"""The page `register`: what a unit hands in, what an approver decides, what is published."""
