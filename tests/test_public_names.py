"""The names users build on: taking one away or renaming it is a decision, not an accident."""

import importlib

import kg

LIBRARY = [
    "AuthorityError",
    "Citation",
    "CitationError",
    "Document",
    "Graph",
    "GraphError",
    "InputError",
    "KamergraafError",
    "Mention",
    "QueryError",
    "__version__",
    "build",
    "cite",
    "find",
    "load",
    "read",
]

# What the objects handed out must go on offering.
MEMBERS = {
    "kg.model.Mention": [
        "citation", "id", "kind", "pages", "reason", "role", "rule", "span", "surface", "value",
    ],
    "kg.model.Document": [
        "facts", "links", "media_type", "name", "notes", "page_at", "places", "regions", "sha256",
        "text", "warnings",
    ],
    "kg.facade.Graph": [
        "export", "networkx", "part", "query", "rdf", "save", "stats", "validate",
    ],
    "kg.query.Result": ["columns", "rows", "terms", "to", "to_dataframe", "triples", "truth"],
    "kg.citation.Citation": ["as_dict", "as_text", "id", "kind"],
}  # fmt: skip


def test_the_library_offers_just_these_names() -> None:
    assert sorted(kg.__all__) == sorted(LIBRARY)
    for name in LIBRARY:
        assert getattr(kg, name) is not None
    assert callable(kg.read) and callable(kg.find) and callable(kg.build) and callable(kg.cite)


def test_the_names_stay_when_the_stages_are_imported() -> None:
    importlib.import_module("kg.pipeline")
    kg.build(["seeds/documents"])
    assert callable(kg.read) and callable(kg.cite)


def test_what_is_handed_out_keeps_its_members() -> None:
    for path, names in MEMBERS.items():
        module, _, name = path.rpartition(".")
        offered = {each for each in dir(getattr(importlib.import_module(module), name))}
        assert set(names) <= offered, path


def test_an_unknown_name_raises_as_usual() -> None:
    try:
        kg.nonsense  # noqa: B018
    except AttributeError as error:
        assert "nonsense" in str(error)
    else:
        raise AssertionError("an unknown name was found")
