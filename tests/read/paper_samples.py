"""One Kamerstuk as officielebekendmakingen.nl gives it: its XML, and its page in two markups.

The elements of the XML are those of https://technische-documentatie.oep.overheid.nl; the classes
of the page are those the site writes for them.
"""

from __future__ import annotations

TITLE = "BRIEF VAN DE MINISTER VAN VOLKSGEZONDHEID, WELZIJN EN SPORT"
OPENING = "De motie van het lid Bikker{1} vraagt om een plan voor scholen. "
FULFILLED = "Met deze brief beschouw ik de motie als afgedaan."
SECOND = "In het debat is gevraagd naar {link}. Ik informeer uw Kamer daarover voor 1 juli 2023."
ITEMS = (
    "de motie van het lid Mohandis (Kamerstuk 25 424, nr. 630);",
    "het Nationaal Preventieakkoord.",
)
NOTE = ("Kamerstuk ", "25 295, nr. 1892", ".")
LINK = "de eerdere brief (Kamerstuk 32 793, nr. 584)"

PAPER_XML = f"""<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
 <metadata>
  <meta name="OVERHEIDop.externMetadataRecord" scheme=""
   content="https://zoek.officielebekendmakingen.nl/kst-32793-700/metadata.xml"/>
 </metadata>
 <kamerstuk>
  <kamerstukkop>
   <tekstregel inhoud="kameraanduiding">Tweede Kamer der Staten-Generaal</tekstregel>
   <tekstregel inhoud="kamernummer">2</tekstregel>
   <tekstregel inhoud="vergaderjaar">Vergaderjaar 2022-2023</tekstregel>
  </kamerstukkop>
  <dossier>
   <dossiernummer><dossiernr>32 793</dossiernr></dossiernummer>
   <titel>Preventief gezondheidsbeleid</titel>
  </dossier>
  <stuk>
   <stuknr>Nr. <ondernummer kamer="2">700</ondernummer></stuknr>
   <titel>{TITLE}</titel>
   <algemeen><vrije-tekst><tekst status="goed">
    <al>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</al>
    <al>Den Haag, 14 februari 2023</al>
    <al-groep>
     <al>{OPENING.replace("{1}", '<noot type="voet" id="ID-32793-700-d37e70"><noot.nr>1</noot.nr>'
         f'<noot.al>{NOTE[0]}<extref soort="document" doc="kst-25295-1892">{NOTE[1]}</extref>'
         f'{NOTE[2]}</noot.al></noot>')}{FULFILLED}</al>
     <al>{SECOND.replace("{link}", f'<extref soort="document" doc="kst-32793-584">{LINK}</extref>')
          }</al>
    </al-groep>
    <tussenkop kopopmaak="vet">Overige punten</tussenkop>
    <al>Ik betrek bij het vervolg:</al>
    <lijst type="expliciet" start="1" level="single" nr-sluiting=".">
     <li><li.nr>1.</li.nr><al>{ITEMS[0]}</al></li>
     <li><li.nr>2.</li.nr><al>{ITEMS[1]}</al></li>
    </lijst>
   </tekst></vrije-tekst></algemeen>
   <ondertekening>
    <functie>De Minister van Volksgezondheid, Welzijn en Sport,</functie>
    <naam><voornaam>E.J.</voornaam> <achternaam>Kuipers</achternaam></naam>
   </ondertekening>
  </stuk>
 </kamerstuk>
</officiele-publicatie>
""".encode()

_META = "".join(
    f'<meta name="{name}" content="{value}" />\n'
    for name, value in (
        ("DC.identifier", "kst-32793-700"),
        ("DC.title", "Preventief gezondheidsbeleid; Brief regering; Stand van zaken"),
        ("DC.type", "Kamerstuk"),
        ("DC.creator", "Tweede Kamer der Staten-Generaal"),
        ("OVERHEIDop.dossiernummer", "32793"),
        ("OVERHEIDop.ondernummer", "700"),
        ("OVERHEIDop.vergaderjaar", "2022-2023"),
        ("DCTERMS.issued", "2023-02-14"),
        ("DCTERMS.available", "2023-02-20"),
    )
)


def _page(body: str) -> bytes:
    return (
        f'<!DOCTYPE html>\n<html lang="nl"><head><meta charset="utf-8" /><title>{TITLE}</title>\n'
        f'{_META}</head><body><header><a href="/">Overheid.nl</a></header>'
        '<nav><ul><li><a href="https://zoek.officielebekendmakingen.nl/kst-32793-699.html">Vorige'
        f"</a></li></ul></nav>{body}"
        '<footer><a href="https://zoek.officielebekendmakingen.nl/dossier/32793">Dossier</a>'
        "</footer></body></html>"
    ).encode()


_MARK = (
    '<sup><a class="nootnum supernote-click-ID-32793-700-d37e70" href="#ID-32793-700-d37e70"'
    ' id="ID-32793-700-d37e70-back">1</a></sup>'
)
_NOTES = (
    '<div id="noten"><hr /><div class="voet noot snp-mouseoffset snb-pinned notedefault"'
    ' id="supernote-note-ID-32793-700-d37e70"><h5 class="note-close"><a class="note-close"'
    ' href="#close-ID-32793-700-d37e70">X</a> Noot</h5><sup><span class="nootnum"><a'
    ' id="ID-32793-700-d37e70" name="ID-32793-700-d37e70"></a>1</span></sup><p>'
    f'{NOTE[0]}<a href="https://zoek.officielebekendmakingen.nl/kst-25295-1892.html"'
    f' class="externe_link">{NOTE[1]}</a>{NOTE[2]}</p></div></div>'
)
_SECOND = SECOND.replace(
    "{link}",
    f'<a href="https://zoek.officielebekendmakingen.nl/kst-32793-584.html">{LINK}</a>',
)
_TEXT = (
    "<p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p>"
    "<p>Den Haag, 14 februari 2023</p>"
    f'<div class="alineagroep"><p>{OPENING.replace("{1}", _MARK)}{FULFILLED}</p><p>{_SECOND}</p>'
    '</div><h3 class="tussenkop"><b>Overige punten</b></h3><p>Ik betrek bij het vervolg:</p>'
    '<ul class="expliciet"><li class="li"><p class="labeled"><span class="ol">1. </span>'
    f'{ITEMS[0]}</p></li><li class="li"><p class="labeled"><span class="ol">2. </span>{ITEMS[1]}'
    "</p></li></ul>"
)

PAPER_HTML = _page(
    '<div id="broodtekst"><div class="kamerstukkop"><p>Tweede Kamer der Staten-Generaal</p>'
    "<p>Vergaderjaar 2022-2023</p></div>"
    '<h1 class="dossiertitel"><span class="dossiernummer">32 793</span> Preventief '
    'gezondheidsbeleid</h1><div class="stuk"><h1 class="stuktitel"><span class="stuknummer">Nr. '
    f"700</span> {TITLE}</h1>{_TEXT}"
    '<p class="ondertekening"><span class="functie">De Minister van Volksgezondheid, Welzijn en '
    'Sport,</span><br /><span class="naam"><span class="voornaam">E.J.</span> <span '
    f'class="achternaam">Kuipers</span></span></p></div>{_NOTES}</div>'
)

PAPER_TABLE = _page(
    '<main><article><div id="main-content"><table class="kamerstukkop"><tr><td>Tweede Kamer der '
    'Staten-Generaal</td><td class="kamernummer">2</td></tr><tr><td>Vergaderjaar 2022-2023</td>'
    "<td></td></tr></table>"
    '<table class="dossierkop"><tr><td class="dossiernummer">32 793</td><td class="titel">'
    'Preventief gezondheidsbeleid</td></tr><tr><td class="stuknummer">Nr. 700</td><td class='
    f'"titel">{TITLE}</td></tr></table>{_TEXT}'
    '<div class="ondertekening"><p class="functie">De Minister van Volksgezondheid, Welzijn en '
    f'Sport,</p><p class="naam">E.J. Kuipers</p></div>{_NOTES}</div></article></main>'
)
