"""The catalogue as editors change it: proposed, tried as a build would, approved by somebody else, published."""
