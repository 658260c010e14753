"""ClinicalTrials.gov: registered trials by their number (clinicaltrials.gov/api/v2/studies)."""

from __future__ import annotations

from typing import Any

from citations.lookups import endpoints, markup
from citations.lookups.csl_answers import year_alone
from citations.lookups.errors import Malformed, NotFound
from citations.lookups.records import Found
from citations.lookups.session import Session

SERVICE = "clinicaltrials"


def by_number(session: Session, number: str, *, fresh: bool = False) -> Found:
    """The trial with this NCT number. Raises NotFound and NoAnswer."""
    answer = session.json(endpoints.clinicaltrials(), f"studies/{number}", {"format": "json"}, fresh=fresh)
    section = answer.record.get("protocolSection")
    about = section.get("identificationModule") if isinstance(section, dict) else None
    if not isinstance(section, dict) or not isinstance(about, dict):
        raise Malformed("ClinicalTrials.gov's answer holds no record.")
    if about.get("nctId") != number:
        raise NotFound("ClinicalTrials.gov leads this number to another trial.")
    sponsor = (section.get("sponsorCollaboratorsModule") or {}).get("leadSponsor") or {}
    registered = (section.get("statusModule") or {}).get("studyFirstSubmitDate")
    csl: dict[str, Any] = {
        "type": "document",
        "title": markup.title(about.get("briefTitle") or about.get("officialTitle")),
        "original-title": markup.title(about.get("officialTitle")),
        "author": [{"literal": name}] if (name := markup.plain(sponsor.get("name"))) else [],
        "issued": year_alone(str(registered or "")[:4]),
        "publisher": "ClinicalTrials.gov",
    }
    known = {name: value for name, value in csl.items() if value}
    return Found(SERVICE, answer.at, known, {"nct": number})
