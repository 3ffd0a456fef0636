"""The administrator's page: accounts, what is held, the audit."""
