"""The shape of a snapshot in SQL: tables, macros, aggregates and the checks that guard it."""
