"""Answers in the forms that the services document. The works, people and numbers in them are made up."""

from __future__ import annotations

from typing import Any

from tests.citations.services_server import Reply, as_json, as_xml

DOI, PMID, PMCID = "10.5555/walk.2019.1", "31000001", "PMC6000001"
NOTICE_DOI, NOTICE_PMID = "10.5555/walk.2021.9", "33000009"
TITLE = "Walking for sore knees: a randomised trial in <i>older</i> adults"


def crossref_item(**more: Any) -> dict[str, Any]:
    """A work as api.crossref.org/works/{doi} has it under "message"."""
    return {
        "DOI": "10.5555/WALK.2019.1",
        "type": "journal-article",
        "title": ["Walking for sore knees"],
        "subtitle": ["a randomised trial in <i>older</i> adults"],
        "container-title": ["Journal of Walking"],
        "short-container-title": ["J Walk"],
        "author": [
            {"given": "Anna", "family": "Müller", "sequence": "first", "affiliation": []},
            {"given": "Chidi B.", "family": "Okafor", "sequence": "additional", "affiliation": []},
            {"name": "The Knee Group", "sequence": "additional", "affiliation": []},
        ],
        "issued": {"date-parts": [[2019, 3, 4]]},
        "volume": "4",
        "issue": "2",
        "page": "101-109",
        "publisher": "Walking Press",
        "ISSN": ["1234-5679"],
        "language": "en",
        "abstract": "<jats:title>Abstract</jats:title><jats:sec><jats:title>Background</jats:title><jats:p>Knees hurt "
        "(<jats:italic>p</jats:italic> &lt; 0.05).</jats:p></jats:sec><jats:sec><jats:title>Methods:</jats:title>"
        "<jats:p>We randomised 80 adults.</jats:p></jats:sec>",
        "funder": [{"name": "Knee Council", "DOI": "10.13039/1", "award": ["K-1", "K-2"]}, {"name": "City Fund"}],
        "clinical-trial-number": [{"clinical-trial-number": "nct01234567", "registry": "10.18810/clinical-trials-gov"}],
        "assertion": [
            {"name": "Ethics", "label": "Competing interests", "value": "AM sells shoes.", "order": 3},
            {"name": "received", "label": "Received", "value": "1 January 2019", "order": 1},
        ],
        "relation": {},
        **more,
    }


def updated_by(kind: str = "retraction", doi: str = NOTICE_DOI, source: str = "publisher") -> dict[str, Any]:
    return {
        "DOI": doi,
        "type": kind,
        "label": kind.capitalize(),
        "source": source,
        "updated": {
            "date-parts": [[2021, 5, 6]],
            "date-time": "2021-05-06T00:00:00Z",
            "timestamp": 1620259200000,
        },
        "record-id": "4036",
    }


def crossref_work(**more: Any) -> Reply:
    item = crossref_item(**more)
    return as_json({"status": "ok", "message-type": "work", "message-version": "1.0.0", "message": item})


def crossref_list(*items: dict[str, Any]) -> Reply:
    message = {"facets": {}, "total-results": len(items), "items": list(items), "items-per-page": 5, "query": {}}
    return as_json({"status": "ok", "message-type": "work-list", "message-version": "1.0.0", "message": message})


def pubmed_set(*articles: str) -> Reply:
    head = (
        '<?xml version="1.0" ?>\n<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" '
        '"https://dtd.nlm.nih.gov/ncbi/pubmed/out/pubmed_250101.dtd">\n'
    )
    return as_xml(f"{head}<PubmedArticleSet>{''.join(articles)}</PubmedArticleSet>")


def pubmed_article(*, pmid: str = PMID, corrections: str = "", types: str = "", title: str = "", doi: str = DOI) -> str:
    """A PubmedArticle; `corrections` goes into CommentsCorrectionsList, `types` among the publication types."""
    title = title or "Walking for sore knees: a randomised trial in <i>older</i> adults."
    return f"""<PubmedArticle><MedlineCitation Status="MEDLINE" Owner="NLM" IndexingMethod="Curated">
<PMID Version="1">{pmid}</PMID>
<DateRevised><Year>2024</Year><Month>04</Month><Day>23</Day></DateRevised>
<Article PubModel="Print-Electronic"><Journal><ISSN IssnType="Electronic">1234-5679</ISSN>
<JournalIssue CitedMedium="Internet"><Volume>4</Volume><Issue>2</Issue><PubDate><Year>2019</Year><Month>Mar</Month>
</PubDate></JournalIssue><Title>Journal of walking</Title><ISOAbbreviation>J Walk</ISOAbbreviation></Journal>
<ArticleTitle>{title}</ArticleTitle>
<Pagination><StartPage>101</StartPage><EndPage>109</EndPage><MedlinePgn>101-9</MedlinePgn></Pagination>
<ELocationID EIdType="doi" ValidYN="Y">{doi}</ELocationID>
<Abstract><AbstractText Label="BACKGROUND" NlmCategory="BACKGROUND">Knees hurt (<i>p</i>&#x2009;&lt;&#x2009;0.05).
</AbstractText><AbstractText Label="METHODS" NlmCategory="METHODS">We randomised 80 adults.</AbstractText>
<CopyrightInformation>© 2019 Walking Press.</CopyrightInformation></Abstract>
<AuthorList CompleteYN="Y"><Author ValidYN="Y"><LastName>Müller</LastName><ForeName>Anna</ForeName>
<Initials>A</Initials><Identifier Source="ORCID">0000-0000-0000-0000</Identifier></Author>
<Author ValidYN="Y"><LastName>Okafor</LastName><ForeName>Chidi B</ForeName><Initials>CB</Initials></Author>
<Author ValidYN="Y"><CollectiveName>The Knee Group</CollectiveName></Author></AuthorList>
<Language>eng</Language>
<DataBankList CompleteYN="Y"><DataBank><DataBankName>ClinicalTrials.gov</DataBankName><AccessionNumberList>
<AccessionNumber>NCT01234567</AccessionNumber></AccessionNumberList></DataBank></DataBankList>
<GrantList CompleteYN="Y"><Grant><GrantID>K-1</GrantID><Acronym>KC</Acronym><Agency>Knee Council</Agency>
<Country>United States</Country></Grant></GrantList>
<PublicationTypeList><PublicationType UI="D016428">Journal Article</PublicationType>
<PublicationType UI="D016449">Randomized Controlled Trial</PublicationType>{types}</PublicationTypeList></Article>
<MedlineJournalInfo><Country>United States</Country><MedlineTA>J Walk</MedlineTA></MedlineJournalInfo>
<CommentsCorrectionsList>{corrections}</CommentsCorrectionsList>
<MeshHeadingList><MeshHeading><DescriptorName UI="D006801" MajorTopicYN="N">Humans</DescriptorName></MeshHeading>
<MeshHeading><DescriptorName UI="D020370" MajorTopicYN="Y">Osteoarthritis, Knee</DescriptorName>
<QualifierName UI="Q000628" MajorTopicYN="N">therapy</QualifierName></MeshHeading></MeshHeadingList>
<CoiStatement>The authors sell no shoes.</CoiStatement></MedlineCitation>
<PubmedData><PublicationStatus>ppublish</PublicationStatus><ArticleIdList>
<ArticleId IdType="pubmed">{pmid}</ArticleId><ArticleId IdType="pmc">{PMCID}</ArticleId>
<ArticleId IdType="doi">{doi}</ArticleId></ArticleIdList>
<ReferenceList><Reference><Citation>Cited work.</Citation><ArticleIdList>
<ArticleId IdType="doi">10.5555/cited</ArticleId></ArticleIdList></Reference></ReferenceList>
</PubmedData></PubmedArticle>"""


def correction(kind: str, pmid: str = NOTICE_PMID, source: str = "J Walk. 2021 May;6(2):1") -> str:
    number = f'<PMID Version="1">{pmid}</PMID>' if pmid else ""
    return f'<CommentsCorrections RefType="{kind}"><RefSource>{source}</RefSource>{number}</CommentsCorrections>'


def esearch(*pmids: str, **more: Any) -> Reply:
    result = {"count": str(len(pmids)), "retmax": "3", "retstart": "0", "idlist": list(pmids), "translationset": []}
    return as_json({"header": {"type": "esearch", "version": "0.3"}, "esearchresult": result | more})


def idconv(**record: str) -> Reply:
    return as_json({"status": "ok", "response-date": "2026-11-23 03:00:00", "records": [record]})


def openalex_work(**more: Any) -> Reply:
    return as_json(
        {
            "id": "https://openalex.org/W2741809807",
            "doi": f"https://doi.org/{DOI}",
            "title": "Walking for sore knees: a randomised trial in older adults",
            "display_name": "Walking for sore knees: a randomised trial in older adults",
            "publication_year": 2019,
            "publication_date": "2019-03-04",
            "ids": {
                "openalex": "https://openalex.org/W2741809807",
                "doi": f"https://doi.org/{DOI}",
                "pmid": f"https://pubmed.ncbi.nlm.nih.gov/{PMID}",
                "pmcid": "https://www.ncbi.nlm.nih.gov/pmc/articles/6000001",
            },
            "type": "article",
            "language": "en",
            "primary_location": {"source": {"display_name": "Journal of Walking", "type": "journal"}},
            "authorships": [{"author_position": "first", "author": {"display_name": "Anna Müller"}}],
            "biblio": {"volume": "4", "issue": "2", "first_page": "101", "last_page": "109"},
            "is_retracted": False,
            "is_paratext": False,
            "funders": [{"id": "https://openalex.org/F1", "display_name": "Knee Council"}],
            "awards": [
                {"id": "https://openalex.org/G1", "funder_award_id": "K-1", "funder_display_name": "Knee Council"}
            ],
        }
        | more
    )
