"""What of a file fits: where all of it does, no list of paths is kept."""

from macros.schema.fitted import Everything


def test_every_path_of_a_right_value_is_right_and_no_other() -> None:
    right = Everything({"parts": [{"title": {"en": "One"}}], "empty": None})
    for path in ((), ("parts",), ("parts", 0), ("parts", 0, "title", "en"), ("empty",)):
        assert path in right
    for path in (("parts", 1), ("parts", -1), ("parts", "0"), ("titles",), ("empty", "en")):
        assert path not in right
    assert ("parts", 0, "title", "en", 0) not in right
