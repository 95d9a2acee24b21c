"""Pictures that are made from data, as SVG: diagrams, and the map of the method."""
