"""The process in which untrusted documents are parsed, and the way to it and back."""
