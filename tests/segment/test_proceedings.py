"""Handelingen have speakers; nobody signs them."""

from kg.model import Document, Kind
from kg.segment import segment

DEBATE = (
    "Handelingen\n\nAan de orde is het VAO Wmo (AO d.d. 15/03).\n\n"
    "De voorzitter:\nIk open de vergadering.\n\nMevrouw Bergkamp (D66):\nVoorzitter. Ik dien de "
    "volgende motie in.\n\nZij krijgt nr. 254 (29538).\n\nMinister De Jonge:\nDank u wel.\n\n"
    "De beraadslaging wordt gesloten.\n\nHoogachtend,\n\nMinister De Jonge\n"
)


def test_a_speaker_is_no_signatory() -> None:
    found = segment(Document(DEBATE, "h-tk-20172018-70-4.txt", "0" * 64))
    assert found.kind is Kind.PROCEEDINGS
    assert found.signatories == ()
