"""The DOI system itself: whether a DOI was given out, by which agency, and the record that the agency holds.

The handle service answers for all agencies (doi.org/api/handles, DOI Handbook 3.8); `doiRA` names the agency. A DOI
counts as never given out only when both say so: a proxy that answers 404 to everything must accuse nobody.
"""

from __future__ import annotations

from datetime import datetime
from urllib.parse import quote

from citations.lookups import endpoints
from citations.lookups.csl_answers import csl_of_answer
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session

SERVICE = "doi"
CSL = "application/vnd.citationstyles.csl+json"
_REGISTERED = (1, 200)
"""Response codes of the handle system: found, and found without the value asked for."""


def agency_of(session: Session, doi: str, *, fresh: bool = False) -> tuple[str, datetime]:
    """The agency a registered DOI came from ("Crossref", "DataCite", "mEDRA", …), "" where it is not told.

    Raises NotFound where the DOI was never given out, and NoAnswer.
    """
    at: datetime | None = None
    try:
        told = session.json(endpoints.doi(), f"api/handles/{quote(doi, safe='/')}", {}, fresh=fresh)
    except NotFound:
        pass
    else:
        if told.record.get("responseCode") not in _REGISTERED or not told.record.get("handle"):
            raise Malformed("doi.org's answer says nothing of the handle.")
        at = told.at
    try:
        rows, _ = session.json_rows(endpoints.doi(), f"doiRA/{quote(doi, safe='/')}", fresh=fresh)
    except NotFound:
        raise Malformed("doi.org knows nothing of its own service.") from None
    row = rows[0] if rows and isinstance(rows[0], dict) else {}
    agency, status = str(row.get("RA") or ""), str(row.get("status") or "").lower()
    if at:
        return agency[:60], at
    if "does not exist" in status or "invalid doi" in status:
        raise NotFound("This DOI was never registered.")
    raise Malformed("doi.org's two services do not agree about this DOI.")


def record_of(session: Session, doi: str, *, fresh: bool = False) -> Found:
    """The record behind a DOI in CSL-JSON, from whichever agency holds it. Raises NotFound and NoAnswer."""
    answer = session.json(endpoints.doi(), quote(doi, safe="/"), {}, fresh=fresh, accept=CSL)
    csl = csl_of_answer(answer.record)
    if not csl.get("title"):
        raise Malformed("The record behind the DOI has no title.")
    return Found(SERVICE, answer.at, {**csl, "DOI": doi}, {"doi": doi})
