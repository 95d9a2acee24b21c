"""The version of the engine: raised when the same input and definition can give another report."""

VERSION = "1.0.0"
