"""Stands in for the package safetensors, which need not be installed for the tests."""
