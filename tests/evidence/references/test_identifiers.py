from __future__ import annotations

import pytest

from evidence.references.identifiers import (
    Identifier,
    article_key,
    find_urls,
    identify,
    normalise_doi,
    normalise_isbn,
    normalise_issn,
    recognise,
    work_key,
)

NOTHING = [
    "", " ", ".", "10", "2012", "23083673", "10.5 mg", "10.5/7 kg", "10.1000/", "10.1000", "10.123/x", "110.1000/x",
    "2.10.1000/x", "10.0123/x", "version 10.1234", "doi:", "doi: none", "DOI: n/a", "10.1038", "1012345/678",
    "PMID", "PMID:", "PMID: none", "PMID: 123456789", "PMID 0", "PMID: 12.5 mg", "PMCX123456", "PMC", "PMC12",
    "PMC-ID", "XPMC123456", "ISBN", "ISBN 978-0-306-40615-8", "ISBN 0-306-40615-3", "978-0-306-40615-8",
    "0-306-40615-3", "977-0-306-40615-7", "9770306406157", "0000000000", "020 7946 0958", "+44 20 7946 0958",
    "ISSN 1932-6204", "1932-6204", "2012-2015", "1998-2003", "2049-363x1", "arXiv", "arXiv:1234.56789",
    "arXiv:2113.01234", "2113.01234", "1234.5678", "3.14159", "hep-th/9913001", "NCT0123456", "NCT012345678",
    "NCT", "ANCT01234567", "12/05/2020", "2020-01-05", "IL-10/IL-12", "vitamin B12", "COVID-19", "H1N1", "n/a",
    "192.168.10.1234/24 hosts", "javascript:alert(10)", "file.pdf", "example.com", "ftp://files.example/a",
    "http://", "https://.", "www", "mailto:bell@sleep.example", "p < 0.05", "1:10.000",
    "Bell A. Sleep in children. J Sleep. 2012;13(4):155-160. doi:10.1000/x1",
    "see the study at https://doi.org/10.1000/x1", "Bell (2012)",
    "+49 30 1234567", "0800 123 4567", "555-1234", "2024-03-15", "15.03.2024", "10.12.2023/14.12.2023",
    "pp. 1123-1145", "1123-1145", "0000-0002-1825-0097", "ORCID: 0000-0002-1825-0097", "R01-DK-012345-06A1",
    "v10.1234", "iOS 10.3.3/14E277", "ISRCTN12345678", "CRD42020123456", "EudraCT 2004-000007-18", "20.500.12345/678",
    "WO2020/123456", "HR 0.85 (0.70-1.03)", "PMID: 3123456789", "NCT042807055", "ISBN 978-3-16-148410-1",
    "3-16-148410-9", "PMC-2020 report", "0049 30 90182 0", "ISSN 0140-6737", "Tel.: 0306 406 152 1",
    "2021;34(5):1016-1023", "10 000/20 000", "10.000 km", "28.10.2020", "pages 1234-1240", "ISSN 1234-5678",
    "Version 10.1016", "p.10.1016", "1. 10. 2020", "SGD 10.50/20", "PMID: abc", "NCT: not registered",
    "arXiv e-prints", "PMC Biophysics",
]  # fmt: skip

NAMED = [
    # DOI: labels, addresses, punctuation around it
    ("10.1016/j.jaci.2012.09.003", "doi", "10.1016/j.jaci.2012.09.003"),
    ("10.1016/J.JACI.2012.09.003", "doi", "10.1016/j.jaci.2012.09.003"),
    ("10.1016/j.jaci.2012.09.003.", "doi", "10.1016/j.jaci.2012.09.003"),
    ("(10.1016/j.jaci.2012.09.003).", "doi", "10.1016/j.jaci.2012.09.003"),
    ("[10.1016/j.jaci.2012.09.003],", "doi", "10.1016/j.jaci.2012.09.003"),
    ("“10.1016/j.jaci.2012.09.003”", "doi", "10.1016/j.jaci.2012.09.003"),
    ("10.1016/j.jaci.2012.09.003\u200b", "doi", "10.1016/j.jaci.2012.09.003"),
    ("  10.1016/j.jaci.2012.09.003\n", "doi", "10.1016/j.jaci.2012.09.003"),
    ("doi:10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("DOI: 10.1371/journal.pone.0021313;", "doi", "10.1371/journal.pone.0021313"),
    ("doi 10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("info:doi/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("Available from: doi:10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("https://doi.org/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("http://dx.doi.org/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("doi.org/10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("<https://doi.org/10.1371/journal.pone.0021313>", "doi", "10.1371/journal.pone.0021313"),
    ("https://doi.org/doi:10.1371/journal.pone.0021313", "doi", "10.1371/journal.pone.0021313"),
    ("[Sleep](https://doi.org/10.1371/journal.pone.0021313)", "doi", "10.1371/journal.pone.0021313"),
    ("https://doi.org/10.1016%2Fj.jaci.2012.09.003", "doi", "10.1016/j.jaci.2012.09.003"),
    ("https://doi.org/10.1016/S0140-6736%2897%2911096-0", "doi", "10.1016/s0140-6736(97)11096-0"),
    ("10.1016/S0140-6736(97)11096-0", "doi", "10.1016/s0140-6736(97)11096-0"),
    ("(doi:10.1016/S0140-6736(97)11096-0)", "doi", "10.1016/s0140-6736(97)11096-0"),
    ("10.1000.10/123", "doi", "10.1000.10/123"),
    ("10.1002/14651858.CD000980.pub4", "doi", "10.1002/14651858.cd000980.pub4"),
    ("10.1007/978-3-030-12345-6_7", "doi", "10.1007/978-3-030-12345-6_7"),
    ("10.48550/arXiv.2101.01234", "doi", "10.48550/arxiv.2101.01234"),
    (
        "10.1002/(SICI)1097-0258(19980815/30)17:15/16<1661::AID-SIM968>3.0.CO;2-2",
        "doi",
        "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ),
    (
        "https://doi.org/10.1002/(SICI)1097-0258(19980815/30)17:15/16%3C1661::AID-SIM968%3E3.0.CO;2-2",
        "doi",
        "10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2",
    ),
    (
        "doi: 10.1002/1529-0131(200005)43:5<1001::AID-ANR7>3.0.CO;2-P.",
        "doi",
        "10.1002/1529-0131(200005)43:5<1001::aid-anr7>3.0.co;2-p",
    ),
    ("10.1186/s12916-019-1234-5PubMedGoogle Scholar", "doi", "10.1186/s12916-019-1234-5"),
    ("doi:10.1000/x1. PMID: 123456; PMCID: PMC98765.", "doi", "10.1000/x1"),
    # DOI: addresses of publishers
    ("https://www.nejm.org/doi/full/10.1056/NEJMra1905136?query=featured_home", "doi", "10.1056/nejmra1905136"),
    ("https://onlinelibrary.wiley.com/doi/10.1002/biof.7/full", "doi", "10.1002/biof.7"),
    ("https://onlinelibrary.wiley.com/doi/abs/10.1111/apt.14001", "doi", "10.1111/apt.14001"),
    ("https://www.tandfonline.com/doi/full/10.1080/1028415X.2019.1?src=recsys", "doi", "10.1080/1028415x.2019.1"),
    ("https://journals.sagepub.com/doi/pdf/10.1177/0148607114529597", "doi", "10.1177/0148607114529597"),
    ("https://link.springer.com/article/10.1007/s00394-019-01924-8", "doi", "10.1007/s00394-019-01924-8"),
    ("https://link.springer.com/content/pdf/10.1007/s00394-019-01924-8.pdf", "doi", "10.1007/s00394-019-01924-8"),
    (
        "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0021313",
        "doi",
        "10.1371/journal.pone.0021313",
    ),
    (
        "https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0021313&type=printable",
        "doi",
        "10.1371/journal.pone.0021313",
    ),
    ("https://www.frontiersin.org/articles/10.3389/fimmu.2020.01234/full", "doi", "10.3389/fimmu.2020.01234"),
    ("https://bmcmedicine.biomedcentral.com/articles/10.1186/s12916-019-1234-5", "doi", "10.1186/s12916-019-1234-5"),
    ("https://www.medrxiv.org/content/10.1101/2021.01.13.21249642v1", "doi", "10.1101/2021.01.13.21249642"),
    ("https://www.biorxiv.org/content/10.1101/123456v2.full.pdf+html", "doi", "10.1101/123456"),
    ("https://www.ahajournals.org/doi/10.1161/CIR.0000000000000678", "doi", "10.1161/cir.0000000000000678"),
    ("https://www.science.org/doi/10.1126/science.1240000#abstract", "doi", "10.1126/science.1240000"),
    ("https://academic.oup.com/nar/article/doi/10.1093/nar/gkz1031/5625540", "doi", "10.1093/nar/gkz1031"),
    (
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD000980.pub4/full",
        "doi",
        "10.1002/14651858.cd000980.pub4",
    ),
    ("https://www.nature.com/articles/s41586-020-2012-7", "doi", "10.1038/s41586-020-2012-7"),
    ("https://www.nature.com/articles/nature11053.pdf", "doi", "10.1038/nature11053"),
    ("https://www.bmj.com/content/345/bmj.e4260", "doi", "10.1136/bmj.e4260"),
    ("https://www.bmj.com/content/366/bmj.l4898.full", "doi", "10.1136/bmj.l4898"),
    (
        "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736(97)11096-0/fulltext",
        "doi",
        "10.1016/s0140-6736(97)11096-0",
    ),
    # PubMed and PMC
    ("PMID: 23083673", "pmid", "23083673"),
    ("PMID: [23083673]", "pmid", "23083673"),
    ("PMID:23083673.", "pmid", "23083673"),
    ("PMID 23083673", "pmid", "23083673"),
    ("pmid23083673", "pmid", "23083673"),
    ("[PMID: 23083673]", "pmid", "23083673"),
    ("PubMed PMID: 23083673;", "pmid", "23083673"),
    ("PubMed ID 23083673", "pmid", "23083673"),
    ("PubMed: 23083673", "pmid", "23083673"),
    ("https://pubmed.ncbi.nlm.nih.gov/23083673/", "pmid", "23083673"),
    ("pubmed.ncbi.nlm.nih.gov/23083673", "pmid", "23083673"),
    ("https://pubmed.ncbi.nlm.nih.gov/23083673/?from_term=eczema", "pmid", "23083673"),
    ("http://www.ncbi.nlm.nih.gov/pubmed/23083673", "pmid", "23083673"),
    ("https://www.ncbi.nlm.nih.gov/m/pubmed/23083673/", "pmid", "23083673"),
    ("https://europepmc.org/article/MED/23083673", "pmid", "23083673"),
    ("https://pubmed.gov/23083673", "pmid", "23083673"),
    ("PMC3045678", "pmcid", "PMC3045678"),
    ("pmc3045678", "pmcid", "PMC3045678"),
    ("PMCID: PMC3045678.", "pmcid", "PMC3045678"),
    ("PMCID:3045678", "pmcid", "PMC3045678"),
    ("PMC10345678", "pmcid", "PMC10345678"),
    ("PMC3045678.2", "pmcid", "PMC3045678"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3045678/", "pmcid", "PMC3045678"),
    ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3045678/#sec2", "pmcid", "PMC3045678"),
    ("https://europepmc.org/articles/PMC3045678", "pmcid", "PMC3045678"),
    # Books and serials
    ("ISBN 978-0-306-40615-7", "isbn", "9780306406157"),
    ("ISBN-13: 978-0-306-40615-7.", "isbn", "9780306406157"),
    ("ISBN: 0-306-40615-2", "isbn", "9780306406157"),
    ("ISBN-10 0306406152", "isbn", "9780306406157"),
    ("ISBN 978–0–306–40615–7", "isbn", "9780306406157"),
    ("9780306406157", "isbn", "9780306406157"),
    ("0-8044-2957-X", "isbn", "9780804429573"),
    ("080442957x", "isbn", "9780804429573"),
    ("ISSN 1932-6203", "issn", "1932-6203"),
    ("eISSN: 1932-6203", "issn", "1932-6203"),
    ("1932-6203", "issn", "1932-6203"),
    ("2049-3630", "issn", "2049-3630"),
    # arXiv and ClinicalTrials.gov
    ("arXiv:2101.01234", "arxiv", "2101.01234"),
    ("arXiv:2101.01234v3", "arxiv", "2101.01234"),
    ("arxiv: 0704.0001", "arxiv", "0704.0001"),
    ("2101.01234v1", "arxiv", "2101.01234"),
    ("https://arxiv.org/abs/2101.01234v2", "arxiv", "2101.01234"),
    ("https://arxiv.org/pdf/2101.01234.pdf", "arxiv", "2101.01234"),
    ("arXiv:hep-th/9901001", "arxiv", "hep-th/9901001"),
    ("math.GT/0309136", "arxiv", "math.gt/0309136"),
    ("NCT01234567", "nct", "NCT01234567"),
    ("nct01234567.", "nct", "NCT01234567"),
    ("NCT 01234567", "nct", "NCT01234567"),
    ("ClinicalTrials.gov Identifier: NCT01234567", "nct", "NCT01234567"),
    ("ClinicalTrials.gov number, NCT01234567", "nct", "NCT01234567"),
    ("https://clinicaltrials.gov/study/NCT01234567", "nct", "NCT01234567"),
    ("https://clinicaltrials.gov/ct2/show/NCT01234567?term=sleep", "nct", "NCT01234567"),
    # As typesetting, other scripts, old addresses and long ones have them
    ("urn:doi:10.1136/bmj.m3379", "doi", "10.1136/bmj.m3379"),
    ("１０．１１３６/bmj.m3379", "doi", "10.1136/bmj.m3379"),
    ("«10.1136/bmj.m3379»", "doi", "10.1136/bmj.m3379"),
    ("10.1136/bmj.m3379…", "doi", "10.1136/bmj.m3379"),
    ("【10.1136/bmj.m3379】", "doi", "10.1136/bmj.m3379"),
    ("10.1186/s12916\u2013020\u201301500\u20130", "doi", "10.1186/s12916-020-01500-0"),
    ("10.1186/s12916\u2212020\u221201500\u22120", "doi", "10.1186/s12916-020-01500-0"),
    ("10.1175/1520-0477(1996)077<0437:TNYRP>2.0.CO;2", "doi", "10.1175/1520-0477(1996)077<0437:tnyrp>2.0.co;2"),
    ("https://www.thelancet.com/article/S0140-6736(20)31180-6/fulltext", "doi", "10.1016/s0140-6736(20)31180-6"),
    (
        "https://www.thelancet.com/journals/lancet/article/PIIS0140-6736%2820%2931180-6/fulltext",
        "doi",
        "10.1016/s0140-6736(20)31180-6",
    ),
    (
        "https://www.medrxiv.org/content/medrxiv/early/2020/06/22/2020.06.22.20137273.full.pdf",
        "doi",
        "10.1101/2020.06.22.20137273",
    ),
    (
        "https://www.medrxiv.org/content/10.1101/2020.06.22.20137273v1.supplementary-material",
        "doi",
        "10.1101/2020.06.22.20137273",
    ),
    ("https://www.medrxiv.org/cgi/content/short/2020.06.22.20137273v1", "doi", "10.1101/2020.06.22.20137273"),
    ("https://www.biorxiv.org/content/early/2020/01/31/2020.01.30.927871", "doi", "10.1101/2020.01.30.927871"),
    ("https://www.medrxiv.org/content/10.64898/2025.12.03.25341234v1", "doi", "10.64898/2025.12.03.25341234"),
    ("https://www.bmj.com/content/bmj/372/bmj.n71.full.pdf", "doi", "10.1136/bmj.n71"),
    ("https://www.nature.com/articles/sdata201618", "doi", "10.1038/sdata.2016.18"),
    ("https://www.nature.com/articles/ng.3404", "doi", "10.1038/ng.3404"),
    ("https://www.nature.com/articles/nrd.2017.32", "doi", "10.1038/nrd.2017.32"),
    ("https://www.nature.com/articles/d41586-020-00502-w", "doi", "10.1038/d41586-020-00502-w"),
    ("https://link.springer.com/article/10.1007/s00125-019-4980-1/figures/2", "doi", "10.1007/s00125-019-4980-1"),
    (
        "https://journals.sagepub.com/doi/suppl/10.1177/2047487320912345/suppl_file/data.pdf",
        "doi",
        "10.1177/2047487320912345",
    ),
    (
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009593.pub4/epdf/full/en",
        "doi",
        "10.1002/14651858.cd009593.pub4",
    ),
    (
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009593.pub4/media/CDSR/CD009593/CD009593.pdf",
        "doi",
        "10.1002/14651858.cd009593.pub4",
    ),
    (
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009593.pub4/full/de?highlightAbstract=x",
        "doi",
        "10.1002/14651858.cd009593.pub4",
    ),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/pmid/31234567/", "pmid", "31234567"),
    ("https://pubmed.ncbi.nlm.nih.gov/?term=31234567", "pmid", "31234567"),
    (
        "https://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&list_uids=31234567&dopt=Abstract",
        "pmid",
        "31234567",
    ),
    ("PMID- 31234567", "pmid", "31234567"),
    ("pmid = {31234567},", "pmid", "31234567"),
    ("ＰＭＩＤ：３１２３４５６７", "pmid", "31234567"),
    ("PMID（31234567）", "pmid", "31234567"),
    ("PubMed Central PMCID: PMC7654321.", "pmcid", "PMC7654321"),
    ("PMC 7654321", "pmcid", "PMC7654321"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/7654321/", "pmcid", "PMC7654321"),
    ("NCT No. 04280705", "nct", "NCT04280705"),
    ("ISBN: 9783161484100 (hardback)", "isbn", "9783161484100"),
    ("urn:isbn:9783161484100", "isbn", "9783161484100"),
    ("arXiv: 2101.00001 [q-bio.NC]", "arxiv", "2101.00001"),
    ("ISSN: 0140-6736 (Print)", "issn", "0140-6736"),
    ("doi：10.1016/j.cell.2021.01.001。", "doi", "10.1016/j.cell.2021.01.001"),
    ("https://doi.org/10.1016/j.cell.2021.01.001—", "doi", "10.1016/j.cell.2021.01.001"),
    (
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD001234.pub3/full/zh_HANS",
        "doi",
        "10.1002/14651858.cd001234.pub3",
    ),
    (
        "https://www.cochranelibrary.com/cdsr/doi/10.1002/14651858.CD001234.pub3/pdf/CDSR/CD001234/CD001234.pdf",
        "doi",
        "10.1002/14651858.cd001234.pub3",
    ),
    (
        "https://onlinelibrary.wiley.com/doi/10.1111/j.1365-2796.2010.02200.x/abstract;jsessionid=ABC123.f01t02",
        "doi",
        "10.1111/j.1365-2796.2010.02200.x",
    ),
    ("https://www.nature.com/articles/onc2014123.pdf?origin=ppub", "doi", "10.1038/onc.2014.123"),
    ("http://www.nature.com/articles/nm.4345#Sec2", "doi", "10.1038/nm.4345"),
    ("https://www.ncbi.nlm.nih.gov/pubmed?term=17170002", "pmid", "17170002"),
    ("PMID: 17170002 [PubMed - indexed for MEDLINE]", "pmid", "17170002"),
    ("http://pubmed.com/17170002", "pmid", "17170002"),
    ("ISBN 978-0-306-40615-7 (print)", "isbn", "9780306406157"),
    ("ISBN(13) 978-0-306-40615-7", "isbn", "9780306406157"),
    ("０-３０６-４０６１５-２", "isbn", "9780306406157"),
    ("arXiv preprint arXiv:1706.03762", "arxiv", "1706.03762"),
    ("arXiv 1706.03762", "arxiv", "1706.03762"),
    (
        "https://www.ncbi.nlm.nih.gov/pubmed/?term=2020+diet",
        "url",
        "https://www.ncbi.nlm.nih.gov/pubmed/?term=2020+diet",
    ),
    # Addresses that name no identifier
    ("https://www.who.int/health-topics/breastfeeding", "url", "https://www.who.int/health-topics/breastfeeding"),
    ("https://www.cdc.gov/sleep/about.html.", "url", "https://www.cdc.gov/sleep/about.html"),
    ("www.cdc.gov/sleep", "url", "https://www.cdc.gov/sleep"),
    (
        "https://www.sciencedirect.com/science/article/pii/S0091674912014170",
        "url",
        "https://www.sciencedirect.com/science/article/pii/S0091674912014170",
    ),
    ("https://en.wikipedia.org/wiki/Sleep_(biology)", "url", "https://en.wikipedia.org/wiki/Sleep_(biology)"),
    ("(https://www.mdpi.com/2072-6643/12/1/1)", "url", "https://www.mdpi.com/2072-6643/12/1/1"),
    ("https://pubmed.ncbi.nlm.nih.gov/?term=eczema", "url", "https://pubmed.ncbi.nlm.nih.gov/?term=eczema"),
    ("https://pubmed.ncbi.nlm.nih.gov/?term=2020%5Bdp%5D", "url", "https://pubmed.ncbi.nlm.nih.gov/?term=2020%5Bdp%5D"),
    (
        "https://en.wikipedia.org/wiki/Blood\u2013brain_barrier",
        "url",
        "https://en.wikipedia.org/wiki/Blood\u2013brain_barrier",
    ),
    ("https://orcid.org/0000-0002-1825-0097", "url", "https://orcid.org/0000-0002-1825-0097"),
]


@pytest.mark.parametrize("text", NOTHING)
def test_it_recognises_nothing_in(text):
    assert recognise(text) is None


@pytest.mark.parametrize(("text", "kind", "value"), NAMED)
def test_it_recognises(text, kind, value):
    assert recognise(text) == Identifier(kind, value)


def test_a_bare_number_is_a_pubmed_number_only_where_one_is_asked_for():
    assert recognise("23083673", number_is_pmid=True) == Identifier("pmid", "23083673")
    assert recognise("023083673", number_is_pmid=True) is None


@pytest.mark.parametrize("text", ["", "1932-6204", "1932620", "X932-6203", "0000-0000"])
def test_it_refuses_an_issn_whose_check_digit_is_wrong(text):
    assert normalise_issn(text) == ""


@pytest.mark.parametrize("text", ["", "10.5 mg", "10.1000/", "version 110.1000/x", "doi: none"])
def test_it_finds_no_doi_in(text):
    assert normalise_doi(text) == ""


@pytest.mark.parametrize(
    ("text", "doi"),
    [
        ("https://doi.org/10.1000/ABC.1.", "10.1000/abc.1"),
        ("doi:10.1016/S0140-6736(97)11096-0).", "10.1016/s0140-6736(97)11096-0"),
        ("(10.1000/x1)", "10.1000/x1"),
        ("doi:10.1000∕x1", "10.1000/x1"),
        ("10.1000⁄x1", "10.1000/x1"),
        ("doi: 10.1000⧸x1∕2", "10.1000/x1/2"),
        ("https://doi.org/10․1000∕x1", "10.1000/x1"),
        ("10.1000／x﹣1", "10.1000/x-1"),
        ("https://www.nejm.org/doi/full/10.1056/NEJMra1905136?query=1", "10.1056/nejmra1905136"),
        ("https://onlinelibrary.wiley.com/doi/10.1002/biof.7/full", "10.1002/biof.7"),
        ("https://www.medrxiv.org/content/10.1101/2021.01.13.21249642v1", "10.1101/2021.01.13.21249642"),
        ("[10.1000/x1](https://doi.org/10.1000/x1)", "10.1000/x1"),
    ],
)
def test_it_writes_a_doi_one_way(text, doi):
    assert normalise_doi(text) == doi


@pytest.mark.parametrize("text", ["", "0-306-40615-3", "978-0-306-40615-8", "977-0-306-40615-7", "12345", "X234567890"])
def test_it_refuses_an_isbn_whose_check_digit_is_wrong(text):
    assert normalise_isbn(text) == ""


@pytest.mark.parametrize(
    ("text", "isbn"),
    [("0-306-40615-2", "9780306406157"), ("978-0-306-40615-7", "9780306406157"), ("0-8044-2957-X", "9780804429573")],
)
def test_it_writes_an_isbn_whose_check_digit_is_right_with_thirteen_digits(text, isbn):
    assert normalise_isbn(text) == isbn


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("https://shop.example/x", ""),
        ("https://pmc.example/x", ""),
        ("https://pubmed.ncbi.nlm.nih.gov/123456/", "pmid:123456"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/123456", "pmid:123456"),
        ("PMID: 123456", "pmid:123456"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC123456/", "pmcid:PMC123456"),
        ("https://dx.doi.org/10.1000/x1", "doi:10.1000/x1"),
    ],
)
def test_it_names_the_work_that_an_address_leads_to(text, key):
    assert work_key(text) == key


def test_it_collects_what_a_reference_gives():
    text = (
        "Bell A. Sleep. J Sl. 2012;1:2. doi:10.1000/x1. PMID: 0123456; PMCID: PMC98765. NCT01234567. "
        "arXiv:2101.01234. ISBN 978-0-306-40615-7. https://news.example/a."
    )
    assert identify(text) == {
        "DOI": "10.1000/x1",
        "PMID": "123456",
        "PMCID": "PMC98765",
        "NCT": "NCT01234567",
        "arXiv": "2101.01234",
        "ISBN": "9780306406157",
        "URL": "https://news.example/a",
    }


def test_an_address_keeps_the_brackets_it_opened():
    assert find_urls("(see https://a.example/b_(c), https://d.example/e).") == (
        "https://a.example/b_(c)",
        "https://d.example/e",
    )


@pytest.mark.parametrize(
    "written", ["pubmed/30052644", "PubMed/ 30052644", "pmid:030052644", "PMID: 00030052644", "pubmed/30052644/"]
)
def test_it_reads_the_number_of_pubmed_behind_noughts_and_a_short_path(written: str) -> None:
    assert recognise(written) == Identifier("pmid", "30052644")
    assert identify(written) == {"PMID": "30052644"}


@pytest.mark.parametrize("written", ["PubMed/Medline 2019", "pubmed/2019.5", "PMID 00000000", "pmid:123456789"])
def test_it_reads_no_number_of_pubmed_in(written: str) -> None:
    assert recognise(written) is None
    assert identify(written) == {}


@pytest.mark.parametrize(
    "url",
    [
        "https://www.cell.com/about",
        "https://www.aafp.org/about.html",
        "https://www.apa.org/topics/stress",
        "https://clinmedjournals.org/articles/about",
        "https://example.com/articles/10-reasons-a-journal-of-gratitude-helps",
    ],
)
def test_other_pages_of_publishers_are_no_articles(url: str) -> None:
    assert article_key(url) == ""
