"""Exports: a report as a text in a format that other programs read."""

from assessments.exports.formats import EXPORTS

__all__ = ["EXPORTS"]
