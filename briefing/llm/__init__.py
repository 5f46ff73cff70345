"""Models behind one door, `Model.complete`; `stack.open_model` puts the wrappers in their order."""
