"""What a PDF says of itself: its title, author and day, its language, and that it is tagged."""

from functools import partial
from typing import Any
from weakref import proxy
from xml.sax.saxutils import escape

from reportlab.pdfbase import pdfdoc

from pmdesk.papers.file_bytes import add, dictionary, stream

_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/"><pdfuaid:part>1</pdfuaid:part>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>pmdesk</pdf:Producer><xmp:CreatorTool>pmdesk</xmp:CreatorTool></rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


def describe(document: Any, title: str, author: str, language: str, made_on: str) -> None:
    """Say it all in a document that is begun; `made_on` is an ISO day."""
    info = document.info
    info.title = info.subject = title
    info.author, info.creator, info.producer = author, "pmdesk", "pmdesk"
    year, month, day = (int(part) for part in made_on.split("-"))
    document._timeStamp.YMDhms = (year, month, day, 0, 0, 0)
    info.format = partial(_info, proxy(info))
    document.Catalog.format = partial(_catalogue, title, author, language)


def _info(info: Any, document: Any) -> bytes:
    """In the place of reportlab's `PDFInfo.format`; the same bytes."""
    made_on = pdfdoc.PDFDate(ts=document._timeStamp).format(document)
    title = pdfdoc.PDFString(info.title).format(document)
    said = {
        "Author": pdfdoc.PDFString(info.author).format(document),
        "CreationDate": made_on,
        "Creator": b"(pmdesk)",
        "Keywords": b"()",
        "ModDate": made_on,
        "Producer": b"(pmdesk)",
        "Subject": title,
        "Title": title,
        "Trapped": b"/False",
    }
    return dictionary(said)


def _catalogue(title: str, author: str, language: str, document: Any) -> bytes:
    """In the place of reportlab's `PDFCatalog.format`; the same bytes."""
    said = {"title": escape(title), "author": escape(author), "language": language}
    viewing = add(document, "viewing", b"<<\n/DisplayDocTitle true\n>>")
    marked = add(document, "marked", b"<<\n/Marked true\n>>")
    metadata = stream(
        {"Filter": b"[  ]", "Subtype": b"/XML", "Type": b"/Metadata"}, _XMP.format(**said).encode()
    )
    form = {"AcroForm": b"%d 0 R" % document.form} if getattr(document, "form", 0) else {}
    kept = getattr(document, "bookmarks", 0)
    outlines = {"Outlines": b"%d 0 R" % kept} if kept else {}
    return dictionary(
        {
            **form,
            "Lang": pdfdoc.PDFString(language).format(document),
            "MarkInfo": b"%d 0 R" % marked,
            "Metadata": b"%d 0 R" % add(document, "metadata", metadata),
            **outlines,
            "PageMode": b"/UseOutlines" if kept else b"/UseNone",
            "Pages": document.Reference(document.Pages).format(document),
            "StructTreeRoot": document.Catalog.StructTreeRoot.format(document),
            "Type": b"/Catalog",
            "ViewerPreferences": b"%d 0 R" % viewing,
        }
    )
