"""What is read out of markup: a page's main text, what it says of itself, and what of it no reader sees."""
