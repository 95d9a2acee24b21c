"""Pictures that are made from data, as SVG."""
