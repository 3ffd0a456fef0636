"""The page `service`: what is looked at, a day drawn, its month, speeds on the map."""
