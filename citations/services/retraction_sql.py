"""The SQL of the watch for retractions: a list of notices taken in, and a sweep over all works."""

from __future__ import annotations

STAGED = ("record", "kind", "doi", "pmid", "title", "notice_doi", "notice_pmid", "url", "published_on", "reasons")
"""The columns of the staging table, in the order in which rows are copied into it."""

# Not a temporary table: the site's role may make none, so that none of its own can stand in for ours. What one import
# puts in it takes out again before it commits, so that no other ever sees it.
EMPTY = "DELETE FROM citations_notice_stage"

COPY = """
COPY citations_notice_stage (
    record, kind, doi, pmid, title, notice_doi, notice_pmid, url, published_on, reasons
) FROM STDIN
"""

CHANGED = """
WITH staged AS (SELECT DISTINCT ON (record, kind) * FROM citations_notice_stage ORDER BY record, kind),
changed AS (
    UPDATE citations_notice AS held SET
        doi = s.doi, pmid = s.pmid, title = s.title, notice_doi = s.notice_doi, notice_pmid = s.notice_pmid,
        url = s.url, published_on = s.published_on, reasons = s.reasons
    FROM staged AS s
    WHERE held.source = 'retraction-watch' AND held.record = s.record AND held.kind = s.kind
      AND (held.doi, held.pmid, held.title, held.notice_doi, held.notice_pmid, held.url, held.published_on,
           held.reasons)
          IS DISTINCT FROM
          (s.doi, s.pmid, s.title, s.notice_doi, s.notice_pmid, s.url, s.published_on, s.reasons)
    RETURNING 1
) SELECT count(*) FROM changed
"""

NEW = """
INSERT INTO citations_notice (
    source, record, kind, doi, pmid, title, notice_doi, notice_pmid, url, published_on, reasons, added_at
)
SELECT DISTINCT ON (record, kind)
    'retraction-watch', record, kind, doi, pmid, title, notice_doi, notice_pmid, url, published_on, reasons, now()
FROM citations_notice_stage ORDER BY record, kind
ON CONFLICT (source, record, kind) DO NOTHING
"""

# Rows of the short list, which go by the DOI, give way to the full record of the same notice. That is no new notice: it
# keeps the day on which it was first heard of, so that what an editor decided since stands.
SUPERSEDED = """
WITH pairs AS (
    SELECT short.id AS short_id, full_record.id AS full_id, short.added_at
    FROM citations_notice AS short JOIN citations_notice AS full_record
        ON full_record.doi = short.doi AND full_record.kind = short.kind
    WHERE short.source = 'retraction-watch' AND short.record = short.doi AND short.doi <> ''
      AND full_record.source = 'retraction-watch' AND full_record.record <> full_record.doi
), gone AS (
    DELETE FROM citations_notice WHERE id IN (SELECT short_id FROM pairs)
)
UPDATE citations_notice AS held SET added_at = p.added_at
FROM (SELECT full_id, min(added_at) AS added_at FROM pairs GROUP BY full_id) AS p
WHERE held.id = p.full_id AND held.added_at > p.added_at
"""

# One pass over all notices and the works they name. `due` holds the rows it is about to change, so that two sweeps, or
# a sweep and an editor, wait for one another. The hour of the change is that of the clock, not of the transaction: a
# draft that was read in between is to be read again.
SWEEP = """
WITH about AS (
    SELECT c.id, n.kind, n.published_on, n.added_at, n.source
    FROM citations_notice n JOIN citations_citation c ON c.doi = n.doi
    WHERE n.doi <> '' AND (%(only)s::bigint[] IS NULL OR c.id = ANY(%(only)s::bigint[]))
    UNION
    SELECT c.id, n.kind, n.published_on, n.added_at, n.source
    FROM citations_notice n JOIN citations_citation c ON c.pmid = n.pmid
    WHERE n.pmid <> '' AND (%(only)s::bigint[] IS NULL OR c.id = ANY(%(only)s::bigint[]))
), reinstated AS (
    SELECT id, max(coalesce(published_on, 'infinity'::date)) AS since
    FROM about WHERE kind = 'reinstatement' GROUP BY id
), judged AS (
    SELECT a.id,
        max(CASE
            WHEN a.kind = 'retraction'
                 AND (r.id IS NULL OR coalesce(a.published_on, '-infinity'::date) > r.since) THEN 4
            WHEN a.kind = 'concern' THEN 3
            ELSE 2
        END) AS grave,
        bool_or(r.id IS NOT NULL) AS lifted,
        max(a.added_at) AS newest,
        string_agg(DISTINCT CASE a.source
            WHEN 'retraction-watch' THEN 'Retraction Watch' WHEN 'crossref' THEN 'Crossref' ELSE 'PubMed' END, ', '
        ) AS sources
    FROM about a LEFT JOIN reinstated r USING (id) GROUP BY a.id
), due AS (
    SELECT c.id, c.status AS before, j.grave, j.sources
    FROM judged j JOIN citations_citation c USING (id)
    WHERE (
        CASE c.status
            WHEN 'retracted' THEN 4 WHEN 'concern' THEN 3 WHEN 'corrected' THEN 2 WHEN 'none-found' THEN 1 ELSE 0
        END < j.grave
        OR (j.lifted AND c.status = 'retracted' AND j.grave < 4)
    ) AND NOT EXISTS (
        SELECT FROM citations_recordedfact f
        WHERE f.citation_id = c.id AND f.name = 'status' AND f.origin = 'editor' AND f.recorded_at >= j.newest
    )
    ORDER BY c.id FOR UPDATE OF c
), swept AS (
    UPDATE citations_citation c SET
        status = CASE d.grave WHEN 4 THEN 'retracted' WHEN 3 THEN 'concern' ELSE 'corrected' END,
        status_checked = %(today)s, status_sources = left(d.sources, 200), updated_at = clock_timestamp()
    FROM due d WHERE d.id = c.id RETURNING c.id, d.before, c.status AS after
) SELECT id, before, after FROM swept ORDER BY id
"""
