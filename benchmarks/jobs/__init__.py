"""One module a job: its data, its contenders, its quality."""
