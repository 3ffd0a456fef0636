"""The register: who may do what, who is signed in, and how figures are handed in, approved and published."""
