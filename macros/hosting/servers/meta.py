"""The element that a page brings its policy in, where no header can be sent."""

from html import escape

from macros.hosting.served import Served


def meta(served: Served) -> str:
    """Return the element, as `playbook site --policy-in-pages` writes it."""
    return f"{policy_element(served.policies.in_pages)}\n"


def policy_element(policy: str) -> str:
    """Return the element that holds a policy."""
    return f'<meta http-equiv="Content-Security-Policy" content="{escape(policy, quote=False)}">'
