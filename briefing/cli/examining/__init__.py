"""What `doctor` looks at, one thing a file; nothing is paid for, and no text is sent."""
