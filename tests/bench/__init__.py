"""Measure what the goals of the project name: build, queries, pages, browser, bytes."""
