"""The statement that finds articles which were not told how a work of theirs stands now."""

from __future__ import annotations

# A live page may rest on a work that its draft has dropped, or on a record merged away since: it is found by the number
# the revision kept, or by identifier. `live` is the status that readers were shown on approval, null for drafts.
UNTOLD = """
WITH watched AS MATERIALIZED (
    SELECT c.id, c.doi, c.pmid, CASE WHEN c.status IN ('retracted', 'concern') THEN c.status ELSE 'lifted' END AS state
    FROM citations_citation c
    WHERE c.status IN ('retracted', 'concern')
        OR c.id IN (SELECT citation_id FROM articles_statusnotice WHERE state <> 'lifted')
), listed AS MATERIALIZED (
    SELECT a.id AS article_id, coalesce(m.kept_id::text, row->>'work') AS work, row->>'doi' AS doi,
        row->>'pmid' AS pmid, row->>'status' AS live
    FROM articles_article a JOIN articles_revision r ON r.id = a.live_revision_id
        CROSS JOIN LATERAL jsonb_array_elements(
            CASE jsonb_typeof(r.citations) WHEN 'array' THEN r.citations ELSE '[]'::jsonb END
        ) AS row
        LEFT JOIN citations_merge m ON m.gone_id::text = row->>'work' AND m.undone_at IS NULL
    WHERE %(article)s::bigint IS NULL OR a.id = %(article)s::bigint
), used AS (
    SELECT ac.article_id, w.id, w.state, NULL AS live
    FROM articles_articlecitation ac JOIN watched w ON w.id = ac.citation_id
    WHERE %(article)s::bigint IS NULL OR ac.article_id = %(article)s::bigint
    UNION ALL
    SELECT l.article_id, w.id, w.state, l.live FROM listed l JOIN watched w ON w.id::text = l.work
    UNION ALL
    SELECT l.article_id, w.id, w.state, l.live FROM listed l JOIN watched w ON w.doi = l.doi WHERE l.doi <> ''
    UNION ALL
    SELECT l.article_id, w.id, w.state, l.live FROM listed l JOIN watched w ON w.pmid = l.pmid WHERE l.pmid <> ''
)
SELECT u.article_id, u.id, u.state, max(u.live)
FROM used u LEFT JOIN articles_statusnotice n ON n.article_id = u.article_id AND n.citation_id = u.id
WHERE (n.id IS NULL AND u.state <> 'lifted') OR n.state <> u.state
GROUP BY u.article_id, u.id, u.state ORDER BY u.article_id, u.id
"""
