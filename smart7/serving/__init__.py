"""How the server waits and writes: an event loop and live lines that are cheap where many runs work beside them.

uvicorn takes both by name, as `manage.py run` tells it; without them the site is the same, with less room for a crowd.
"""
