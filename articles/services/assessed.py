"""Whether the engine has read a draft as it stands, with everything it rests on: the site's word, not a column."""

from __future__ import annotations

import hmac
from datetime import date

from articles import assessments
from articles.models import Article
from articles.services import seals


def is_read(article: Article, *, today: date, rows: assessments.Rows | None = None) -> bool:
    """Whether this version was read, on this very basis (of `rows` read in this act), by this site."""
    if not article.is_assessed or article.assessment_error:
        return False
    basis = assessments.digest(assessments.basis_of(article, today=today, rows=rows))
    expected = seals.of_assessment(article.pk, article.version, article.assessed_engine, basis)
    return article.assessed_basis == basis and hmac.compare_digest(article.assessment_seal, expected)
