"""The commands: parse options, call one function, hand the result to a renderer."""
