"""The ledger on a server of PostgreSQL, with the manners of SQLite: the same statements, rows, numbers and errors."""
