"""What RFC 4287 demands of a feed, as far as a feed of ours may break it."""

from __future__ import annotations

import re
from urllib.parse import urlsplit
from xml.etree import ElementTree

ATOM = "{http://www.w3.org/2005/Atom}"
# section 3.3: a time as in RFC 3339, with capital T and Z
TIME = re.compile(
    r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d"
    r"(\.\d+)?(Z|[+-]\d\d:\d\d)\Z"
)
ONCE = ("id", "title", "updated")
KNOWN = {
    "feed": {"id", "title", "updated", "author", "generator", "link", "category", "entry"},
    "entry": {"id", "title", "updated", "author", "link", "category", "content"},
}


def faults(feed: bytes) -> list[str]:
    """Every breach of a rule; raises ``ParseError`` for what is no XML."""
    root = ElementTree.fromstring(feed)
    if root.tag != f"{ATOM}feed":
        return [f"the root is {root.tag}"]
    found = _element(root, "feed")
    names = [_name(child) for child in root]
    if "entry" in names and names[names.index("entry"):] != ["entry"] * names.count("entry"):
        found.append("something follows the entries")
    entries = root.findall(f"{ATOM}entry")
    for entry in entries:
        found += _element(entry, "entry")
        if entry.find(f"{ATOM}author") is None and root.find(f"{ATOM}author") is None:
            found.append("an entry has no author")
        has_page = any(each.get("rel") == "alternate" for each in entry.findall(f"{ATOM}link"))
        content = entry.findall(f"{ATOM}content")
        if len(content) > 1 or (not content and not has_page):
            found.append("an entry has neither content nor page")
        if any(each.get("type") != "text" or len(each) for each in content):
            found.append("content is no text")
    ids = [entry.findtext(f"{ATOM}id") for entry in entries]
    if len(set(ids)) != len(ids):
        found.append("two entries have one id")
    return found


def _element(parent: ElementTree.Element, kind: str) -> list[str]:
    found = []
    for name in ONCE:
        if len(parent.findall(f"{ATOM}{name}")) != 1:
            found.append(f"{kind} has not one {name}")
    for child in parent:
        if _name(child) not in KNOWN[kind]:
            found.append(f"{kind} holds {child.tag}")
    if not TIME.match(parent.findtext(f"{ATOM}updated") or ""):
        found.append(f"{kind} has no time")
    if not urlsplit(parent.findtext(f"{ATOM}id") or "").scheme:
        found.append(f"the id of {kind} is no IRI")
    for author in parent.findall(f"{ATOM}author"):
        if len(author.findall(f"{ATOM}name")) != 1:
            found.append("an author has not one name")
    for category in parent.findall(f"{ATOM}category"):
        if not category.get("term"):
            found.append("a category has no term")
    links = parent.findall(f"{ATOM}link")
    if any(not urlsplit(each.get("href") or "").netloc or len(each) for each in links):
        found.append("a link leads nowhere")
    pages = [(each.get("type"), each.get("hreflang")) for each in links
             if each.get("rel", "alternate") == "alternate"]  # fmt: skip
    if len(set(pages)) != len(pages):
        found.append("two alternates of one kind")
    return found


def _name(element: ElementTree.Element) -> str:
    return element.tag.removeprefix(ATOM)
