"""Thousands of readers of a server of exports, while plans are published."""
