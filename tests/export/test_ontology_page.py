"""The ontology for people and for the web: its page, and the redirects that lead to it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from kg.export.ontology import ontology_page
from kg.vocabulary import BASE, KG, terms

DOCS = Path(__file__).resolve().parents[2] / "docs"
OWN = [name[3:] for name in terms() if name.startswith("kg:")]
SITE = "https://kamergraaf.example.org"


class Reader(HTMLParser):
    """Collects the anchors, the links within the page, and the open elements."""

    def __init__(self) -> None:
        super().__init__()
        self.anchors: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.anchors += [found["id"] or ""] if "id" in found else []
        self.links += [(found["href"] or "")[1:]] if (found.get("href") or "")[:1] == "#" else []
        if tag not in ("meta", "link", "br"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module")
def page() -> str:
    return ontology_page()


def test_the_page_of_the_docs_is_up_to_date(page: str) -> None:
    written = (DOCS / "ontology.html").read_text(encoding="utf-8")
    assert written == page, "run: python -m kg.export.ontology > docs/ontology.html"


def test_every_term_has_its_anchor_and_every_link_leads_somewhere(page: str) -> None:
    reader = Reader()
    reader.feed(page)
    assert sorted(reader.anchors) == sorted(OWN)
    assert reader.links and set(reader.links) <= set(OWN)
    assert reader.open == []


@pytest.mark.parametrize("name", OWN)
def test_a_term_reads_in_both_languages(page: str, name: str) -> None:
    article = page.partition(f'<article id="{name}">')[2].partition("</article>")[0]
    dutch = article.partition('<div lang="nl">')[2].partition("</div>")[0]
    english = article.partition('<div lang="en">')[2].partition("</div>")[0]
    term = terms()[f"kg:{name}"]
    for told, lang in ((dutch, "nl"), (english, "en")):
        assert f"<strong>{term.labels[lang]}</strong>" in told
        assert term.definitions[lang].replace("'", "&#x27;") in told
    assert term.iri in article


@pytest.mark.parametrize("words", ["0.1.0", "publicdomain/zero/1.0", KG, "voorvoegsel · prefix"])
def test_the_header_is_told(page: str, words: str) -> None:
    assert words in page.partition("<nav")[0]


def test_the_page_needs_nothing_from_elsewhere(page: str) -> None:
    assert "<script" not in page and "src=" not in page and "@import" not in page


def redirected(path: str, accept: str) -> str | None:
    """Where the rules of .htaccess send a path, read as Apache reads them."""
    site, wanted = "", True
    for line in (DOCS / "w3id" / ".htaccess").read_text(encoding="utf-8").splitlines():
        words = line.split()
        if words[:1] == ["RewriteCond"]:
            assert words[1] == "%{HTTP_ACCEPT}" and words[3] == "[NC]"
            wanted = re.search(words[2], accept, re.I) is not None
        elif words[:1] == ["RewriteRule"]:
            _, pattern, target, flags = words
            found = re.search(pattern, path)
            if "E=SITE:" in flags:
                site = flags.partition("E=SITE:")[2].rstrip("]")
            elif wanted and found:
                groups = (found[0], *(group or "" for group in found.groups()))
                filled = re.sub(r"\$(\d)", lambda number: groups[int(number[1])], target)
                return filled.replace("%{ENV:SITE}", site)
            wanted = True
    return None


@pytest.mark.parametrize(
    ("path", "accept", "target"),
    [
        ("", "text/html", "/"),
        ("def", "text/html,application/xhtml+xml,*/*;q=0.8", "/ontology.html"),
        ("def", "text/turtle", "/ontology/kamergraaf.ttl"),
        ("def", "application/rdf+xml;q=0.5, text/turtle", "/ontology/kamergraaf.ttl"),
        ("def", "*/*", "/ontology.html"),
        ("def/0.1.0", "text/turtle", "/ontology/0.1.0/kamergraaf.ttl"),
        ("def/0.1.0", "text/html", "/ontology/0.1.0/ontology.html"),
        ("shapes", "*/*", "/ontology/shapes.ttl"),
        ("context", "application/ld+json", "/ontology/context.jsonld"),
        ("context.jsonld", "*/*", "/ontology/context.jsonld"),
        ("id/document/kst-25295-7", "text/turtle", "/id/document/kst-25295-7"),
        ("id/document/kenmerk:A%2F7", "text/html", "/id/document/kenmerk:A%2F7"),
    ],
)
def test_a_permanent_address_leads_to_its_file(path: str, accept: str, target: str) -> None:
    assert redirected(path, accept) == SITE + target


@pytest.mark.parametrize("path", ["x", "def/latest", "id/", "definition", "shapes/more"])
def test_other_addresses_lead_nowhere(path: str) -> None:
    assert redirected(path, "text/html") is None


def test_the_readme_names_what_the_rules_serve() -> None:
    readme = (DOCS / "w3id" / "README.md").read_text(encoding="utf-8")
    for each in ("def#…", "def/0.1.0", "shapes", "context", "id/…"):
        assert f"`{BASE}{each}`" in readme
