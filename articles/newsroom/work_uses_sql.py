"""The statements that find where works are used: one work with all its uses, and all works that articles stand on."""

from __future__ import annotations

# A revision is found by the work's number, or by the number of a record merged into it. Rows older than numbers, or
# whose number leads nowhere any more, are found by DOI or PMID. All three ask the one GIN index on `citations`.
USES = """
WITH RECURSIVE numbers (id, doi, pmid) AS (
    SELECT id, doi::text, pmid::text FROM citations_citation WHERE id = %(work)s
    UNION
    SELECT m.gone_id, m.gone->>'doi', m.gone->>'pmid'
    FROM citations_merge m JOIN numbers n ON m.kept_id = n.id WHERE m.undone_at IS NULL
), signs AS (
    SELECT jsonb_build_array(jsonb_build_object('work', id)) AS sign, true AS by_number FROM numbers
    UNION ALL
    SELECT jsonb_build_array(jsonb_build_object('doi', doi)), false FROM numbers WHERE doi <> ''
    UNION ALL
    SELECT jsonb_build_array(jsonb_build_object('pmid', pmid)), false FROM numbers WHERE pmid <> ''
), found AS MATERIALIZED (
    SELECT r.id, r.article_id, bool_or(s.by_number) AS by_number
    FROM signs s JOIN articles_revision r ON r.citations @> s.sign GROUP BY r.id
), listing AS MATERIALIZED (
    SELECT id, article_id FROM found WHERE by_number
    UNION ALL
    SELECT f.id, f.article_id
    FROM found f JOIN articles_revision r ON r.id = f.id CROSS JOIN LATERAL jsonb_array_elements(r.citations) AS row
    WHERE NOT f.by_number
        AND (row->>'doi' IN (SELECT doi FROM numbers WHERE doi <> '')
            OR row->>'pmid' IN (SELECT pmid FROM numbers WHERE pmid <> ''))
        -- A scalar, so that it is asked for these few rows alone and never becomes a join with the whole library.
        AND (SELECT other.id FROM citations_citation other WHERE other.id = CASE
            WHEN jsonb_typeof(row->'work') = 'number' THEN (row->>'work')::numeric::bigint END) IS NULL
    GROUP BY f.id, f.article_id
), listed AS MATERIALIZED (
    SELECT ac.id, ac.article_id, ac.key, ac."order" AS number
    FROM articles_articlecitation ac WHERE ac.citation_id = %(work)s
), using_it AS MATERIALIZED (
    SELECT a.id, a.title, a.slug, a.status, a.live_revision_id, l.id AS listed_id, l.key, l.number,
        live.id IS NOT NULL AS on_page
    FROM articles_article a
        LEFT JOIN listed l ON l.article_id = a.id
        LEFT JOIN listing live ON live.id = a.live_revision_id
    WHERE l.id IS NOT NULL OR EXISTS (SELECT FROM listing x WHERE x.article_id = a.id)
), shown AS (
    SELECT * FROM using_it WHERE %(article)s::bigint IS NULL OR id = %(article)s::bigint
    ORDER BY on_page DESC, listed_id IS NULL, title, id LIMIT %(articles)s OFFSET %(before)s
)
SELECT c.*,
    (SELECT as_of FROM citations_noticelist WHERE complete ORDER BY as_of DESC, id DESC LIMIT 1) AS watched,
    (SELECT jsonb_build_object(
        'articles', count(*), 'drafts', count(listed_id), 'pages', count(*) FILTER (WHERE on_page)
    ) FROM using_it) || jsonb_build_object(
        'revisions', (SELECT count(*) FROM listing),
        'sentences', (SELECT count(*) FROM listed l JOIN articles_claimlink k ON k.article_citation_id = l.id
            JOIN articles_claim s ON s.id = k.claim_id AND s.current),
        'flags', (SELECT count(*) FROM listed l JOIN articles_flag f ON f.article_citation_id = l.id
            AND f.state = 'open')
    ) AS totals,
    (SELECT jsonb_agg(jsonb_build_object(
        'pk', u.id, 'title', u.title, 'slug', u.slug, 'status', u.status, 'key', u.key, 'number', u.number,
        'public', u.live_revision_id IS NOT NULL, 'on_page', u.on_page,
        'live_number', (SELECT number FROM articles_revision WHERE id = u.live_revision_id),
        'sentences', coalesce(s.rows, '[]'), 'sentence_count', coalesce(s.total, 0),
        'flags', coalesce(f.rows, '[]'), 'flag_count', coalesce(f.total, 0),
        'revisions', coalesce(r.rows, '[]'), 'revision_count', coalesce(r.total, 0)
    ) ORDER BY u.on_page DESC, u.listed_id IS NULL, u.title, u.id)
    FROM shown u
    LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object(
            'text', one.text, 'is_claim', one.is_claim, 'level', one.level, 'how', one.how,
            'flags', coalesce(one.flags, '[]')
        ) ORDER BY one.index) AS rows, max(one.total) AS total
        FROM (
            SELECT s.index, s.text, s.is_claim, s.level, k.how, count(*) OVER () AS total,
                (SELECT jsonb_agg(jsonb_build_object('pk', f.id, 'code', f.code, 'severity', f.severity)
                    ORDER BY f.severity_rank, f.id)
                    FROM articles_flag f WHERE f.claim_id = s.id AND f.state = 'open') AS flags
            FROM articles_claimlink k JOIN articles_claim s ON s.id = k.claim_id AND s.current
            WHERE k.article_citation_id = u.listed_id ORDER BY s.index, s.id LIMIT %(each)s
        ) one
    ) s ON true
    LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object(
            'pk', one.id, 'code', one.code, 'severity', one.severity, 'message', one.message
        ) ORDER BY one.severity_rank, one.id) AS rows, max(one.total) AS total
        FROM (
            SELECT f.id, f.code, f.severity, f.severity_rank, f.message, count(*) OVER () AS total
            FROM articles_flag f WHERE f.article_citation_id = u.listed_id AND f.state = 'open'
            ORDER BY f.severity_rank, f.id LIMIT %(each)s
        ) one
    ) f ON true
    LEFT JOIN LATERAL (
        SELECT jsonb_agg(jsonb_build_object(
            'pk', one.id, 'number', one.number, 'live', one.live, 'published', one.published_at
        ) ORDER BY one.live DESC, one.number DESC) AS rows, max(one.total) AS total
        FROM (
            SELECT v.id, v.number, v.id IS NOT DISTINCT FROM u.live_revision_id AS live, v.published_at,
                count(*) OVER () AS total
            FROM listing x JOIN articles_revision v ON v.id = x.id WHERE x.article_id = u.id
            ORDER BY live DESC, v.number DESC LIMIT %(each)s
        ) one
    ) r ON true) AS uses
FROM citations_citation c WHERE c.id = %(work)s
"""

# A row of a live revision leads to a work as above: by number, by the number of a record merged since, by identifier.
ON_PAGE = """
WITH RECURSIVE merged (gone_id, kept_id) AS (
    SELECT gone_id, kept_id FROM citations_merge WHERE undone_at IS NULL
    UNION
    SELECT m.gone_id, further.kept_id
    FROM merged m JOIN citations_merge further ON further.gone_id = m.kept_id AND further.undone_at IS NULL
), listed AS (
    SELECT a.id AS article_id, row->>'doi' AS doi, row->>'pmid' AS pmid,
        CASE WHEN jsonb_typeof(row->'work') = 'number' THEN (row->>'work')::numeric::bigint END AS number
    FROM articles_article a JOIN articles_revision r ON r.id = a.live_revision_id
        CROSS JOIN LATERAL jsonb_array_elements(
            CASE jsonb_typeof(r.citations) WHEN 'array' THEN r.citations ELSE '[]'::jsonb END
        ) AS row
), told AS MATERIALIZED (
    SELECT l.*, c.id AS work FROM listed l LEFT JOIN citations_citation c ON c.id = l.number
), unnumbered AS MATERIALIZED (
    SELECT * FROM told WHERE work IS NULL
), on_page AS (
    SELECT article_id, work FROM told WHERE work IS NOT NULL
    UNION
    SELECT u.article_id, c.id FROM unnumbered u
        JOIN merged m ON m.gone_id = u.number JOIN citations_citation c ON c.id = m.kept_id
    UNION
    SELECT u.article_id, c.id FROM unnumbered u JOIN citations_citation c ON c.doi = u.doi WHERE u.doi <> ''
    UNION
    SELECT u.article_id, c.id FROM unnumbered u JOIN citations_citation c ON c.pmid = u.pmid WHERE u.pmid <> ''
)
"""
"""Begins a statement that reads `on_page (article_id, work)`: each work that the live page of an article lists."""

# Conditions on the rows of `citations_citation`. What stands inside has no reference to the row, so that it is read
# once and joined; two conditions tied by OR would be asked anew for each row where they are many.
_AMONG = "EXISTS (SELECT FROM ({on_page} {works}) used WHERE used.work = citations_citation.id)"
_PAGES = "SELECT work FROM on_page"
_DRAFTS = "SELECT citation_id FROM articles_articlecitation"
USED_ON_PAGE = _AMONG.format(on_page=ON_PAGE, works=_PAGES)
USED = _AMONG.format(on_page=ON_PAGE, works=f"{_PAGES} UNION ALL {_DRAFTS}")
NOT_USED = f"NOT {USED}"

# What is counted for each work is counted for one page of the list only, unless the list is sorted by it.
CITED = """
{on_page}, used AS (
    SELECT work, count(*) AS articles, count(*) FILTER (WHERE draft) AS drafts, count(*) FILTER (WHERE page) AS pages
    FROM (
        SELECT work, article_id, bool_or(NOT page) AS draft, bool_or(page) AS page
        FROM (
            SELECT citation_id AS work, article_id, false AS page FROM articles_articlecitation
            UNION ALL
            SELECT work, article_id, true FROM on_page
        ) each_use GROUP BY work, article_id
    ) each_article GROUP BY work
), watch AS MATERIALIZED (
    SELECT max(as_of) AS day FROM citations_noticelist WHERE complete
), chosen AS MATERIALIZED (
    SELECT u.*, count(*) OVER () AS found, row_number() OVER (ORDER BY {order}, u.work) AS place
    FROM used u JOIN citations_citation c ON c.id = u.work CROSS JOIN watch
    WHERE (%(live)s IS NOT TRUE OR u.pages > 0)
        AND (%(design)s::text IS NULL OR c.design = %(design)s)
        AND (%(status)s::text IS NULL OR %(status)s = CASE
            WHEN c.status = 'not-checked' AND watch.day IS NOT NULL AND (c.doi <> '' OR c.pmid <> '')
            THEN 'none-found' ELSE c.status END)
    ORDER BY place LIMIT %(rows)s OFFSET %(before)s
)
SELECT c.*, chosen.articles AS article_count, chosen.drafts AS draft_count, chosen.pages AS page_count, chosen.found,
    (SELECT day FROM watch) AS watched, {claims} AS claim_count, {flags} AS flag_count
FROM chosen JOIN citations_citation c ON c.id = chosen.work ORDER BY chosen.place
"""
CLAIMS = """(SELECT count(*) FROM articles_articlecitation ac
    JOIN articles_claimlink k ON k.article_citation_id = ac.id
    JOIN articles_claim s ON s.id = k.claim_id AND s.current AND s.is_claim WHERE ac.citation_id = c.id)"""
FLAGS = """(SELECT count(*) FROM articles_articlecitation ac
    JOIN articles_flag f ON f.article_citation_id = ac.id AND f.state = 'open' WHERE ac.citation_id = c.id)"""
ORDERS = {
    "articles": "u.articles DESC, u.pages DESC",
    "drafts": "u.drafts DESC, u.pages DESC",
    "pages": "u.pages DESC, u.drafts DESC",
    "claims": f"{CLAIMS} DESC",
    "flags": f"{FLAGS} DESC",
    "year": "c.year DESC NULLS LAST",
    "title": "lower(c.title)",
}
"""What the list may be sorted by."""


def cited_by(order: str) -> str:
    """The statement in one of ORDERS. Raises KeyError for any other."""
    return CITED.format(on_page=ON_PAGE, order=ORDERS[order], claims=CLAIMS, flags=FLAGS)
