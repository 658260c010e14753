"""Word documents for tests, built part by part as Word, Zotero, EndNote and Mendeley write them."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTENT_TYPES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
PACKAGE = (
    f'<Relationships xmlns="{RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>'
)
STYLES = (
    f'<w:styles xmlns:w="{W}">'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style></w:styles>'
)
OF_DOCUMENT = (
    f'<Relationships xmlns="{RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{OFFICE}/footnotes" Target="footnotes.xml"/>'
    f'<Relationship Id="rId3" Type="{OFFICE}/hyperlink" Target="https://doi.org/10.1000/abc" TargetMode="External"/>'
    "</Relationships>"
)
SLEEP = {
    "id": 7,
    "type": "article-journal",
    "title": "Sleep in babies who drink warm milk",
    "container-title": "Journal of Sleep",
    "volume": "3",
    "page": "5-9",
    "DOI": "10.1000/sleep",
    "author": [{"family": "Bell", "given": "Ada"}, {"family": "Coe", "given": "Ben"}],
    "issued": {"date-parts": [["2012", 5]]},
    "note": "PMID: 22222222",
}
MILK = {
    "id": 8,
    "type": "article-journal",
    "title": "Milk and calm in a large cohort",
    "author": [{"family": "Day", "given": "Cy"}],
    "issued": {"date-parts": [[2015]]},
}


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(*inside: str, style: str = "") -> str:
    named = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{named}{''.join(part if part.startswith('<') else run(part) for part in inside)}</w:p>"


def mark(kind: str, data: str = "") -> str:
    held = f"<w:fldData>{data}</w:fldData>" if data else ""
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{held}</w:fldChar></w:r>'


def code(text: str) -> str:
    return f'<w:r><w:instrText xml:space="preserve">{escape(text)}</w:instrText></w:r>'


def complex_field(instruction: str, shown: str) -> str:
    """A field of one paragraph; its code is cut into runs, as word processors do with long ones."""
    half = len(instruction) // 2
    return (
        mark("begin")
        + code(instruction[:half])
        + code(instruction[half:])
        + mark("separate")
        + run(shown)
        + mark("end")
    )


def csl_field(
    shown: str, *items: Mapping[str, object], program: str = "ADDIN ZOTERO_ITEM CSL_CITATION", **more: object
) -> str:
    cited = [
        {"id": item["id"], "uris": [f"http://zotero.org/1/{item['id']}"], "itemData": item, **more} for item in items
    ]
    return complex_field(f" {program} {json.dumps({'citationID': 'x', 'citationItems': cited})} ", shown)


DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


def pictured(number: int, about: str = "", how: str = "embed") -> str:
    """A paragraph with a picture, as Word writes it; `rels_of` says which."""
    return paragraph(
        f'<w:r><w:drawing><wp:inline xmlns:wp="{DRAWING}/wordprocessingDrawing">'
        f'<wp:docPr id="{number}" name="Picture {number}" descr="{escape(about)}"/>'
        f'<a:graphic xmlns:a="{DRAWING}/main"><a:graphicData uri="{DRAWING}/picture">'
        f'<pic:pic xmlns:pic="{DRAWING}/picture"><pic:blipFill><a:blip r:{how}="rId1{number}"/></pic:blipFill>'
        "</pic:pic>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def rels_of(*targets: str) -> dict[str, str]:
    """The part that says which file each picture is, by its number from 1 on."""
    more = ""
    for number, target in enumerate(targets, 1):
        outside = ' TargetMode="External"' if "://" in target else ""
        more += f'<Relationship Id="rId1{number}" Type="{OFFICE}/image" Target="{target}"{outside}/>'
    return {"word/_rels/document.xml.rels": OF_DOCUMENT.replace("</Relationships>", f"{more}</Relationships>")}


def word_document(*paragraphs: str, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """A .docx with a body of these paragraphs; `parts` are added or take the place of those of that name."""
    body = (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{W}" xmlns:r="{OFFICE}">'
        f"<w:body>{''.join(paragraphs)}</w:body></w:document>"
    )
    files: dict[str, str | bytes] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": PACKAGE,
        "word/document.xml": body,
        "word/_rels/document.xml.rels": OF_DOCUMENT,
        "word/styles.xml": STYLES,
        "word/footnotes.xml": f'<w:footnotes xmlns:w="{W}"/>',
        **(parts or {}),
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return packed.getvalue()
