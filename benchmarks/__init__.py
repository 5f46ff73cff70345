"""How fast the parts of the program are beside the libraries that a user would pick instead."""
