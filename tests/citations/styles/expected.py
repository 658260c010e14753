"""Works of every kind and what each style makes of them, written by hand from the manuals."""

# ruff: noqa: E501
from __future__ import annotations

from typing import Any


def person(family: str, given: str = "", **more: str) -> dict[str, str]:
    return {"family": family, **({"given": given} if given else {}), **more}


def day(*parts: int) -> dict[str, Any]:
    return {"date-parts": [list(parts)]}


def article(**more: Any) -> dict[str, Any]:
    return {"type": "article-journal", "title": "A trial of tea", "container-title": "Journal of Herbs",
            "container-title-short": "J Herbs", "author": [person("Bell", "Ann")], "issued": day(2012), "volume": "3",
            "issue": "2", "page": "33-39", **more}  # fmt: skip


WHO = {"literal": "World Health Organization"}
MANY = [person(f"Author{letter}", letter) for letter in "ABCDEFGHIJKLMNOPQRSTUVWXY"]
HANDBOOK = {"type": "chapter", "container-title": "Handbook of pelvic medicine", "edition": "3", "publisher": "Springer",
            "issued": day(2019), "page": "101-119", "editor": [person("O'Neil", "James P")]}  # fmt: skip

WORKS: dict[str, dict[str, Any]] = {
    # The six items of the research.
    "trial": article(
        author=[person("Rautava", "Samuli"), person("Kainonen", "Erkki"), person("Salminen", "Seppo"), person("Isolauri", "Erika")],
        title="Maternal probiotic supplementation reduces the risk of eczema in the infant",
        issued=day(2012, 12), volume="130", issue="6", page="1355-1360", DOI="10.1016/j.jaci.2012.09.003",
        PMID="23083673", **{"container-title": "Journal of Allergy and Clinical Immunology",
                            "container-title-short": "J Allergy Clin Immunol"},
    ),
    "e-locator": article(
        author=[person("Hunt", "Katherine M"), person("McGuire", "Mark A")], title="The microbial communities of human milk",
        issued=day(2011, 6, 17), volume="6", issue="6", page="e21313", DOI="10.1371/journal.pone.0021313",
        **{"container-title": "PLoS ONE", "container-title-short": "PLoS One"},
    ),
    "edited book": {"type": "book", "title": "The human microbiome, diet, and health: Workshop summary",
                    "editor": [person("Pray", "Leslie"), person("Pillsbury", "Laura"), person("Tomayko", "Emily")],
                    "publisher": "National Academies Press", "issued": day(2013), "DOI": "10.17226/13522"},
    "chapter with suffix and body": HANDBOOK | {
        "title": "The <i>Lactobacillus</i> genus in women's health",
        "author": [person("Berg", "Anne-Marie", suffix="Jr", **{"non-dropping-particle": "van der"}), WHO]},
    "web page": {"type": "webpage", "title": "Breastfeeding", "author": [WHO], "container-title": "WHO Health Topics",
                 "issued": day(2023, 8, 1), "accessed": day(2026, 11, 20),
                 "URL": "https://www.who.int/health-topics/breastfeeding"},
    "25 authors": article(author=MANY),
    # Twenty more.
    "corporate author": {"type": "report", "title": "Guideline on sugars", "author": [WHO], "issued": day(2015),
                         "publisher": "World Health Organization", "ISBN": "9789241549028"},
    "two authors": article(author=[person("Bell", "Ann"), person("Day", "Cy")]),
    "8 authors": article(author=MANY[:8]),
    "21 authors": article(author=MANY[:21]),
    "suffix": article(author=[person("Alexander", "John", suffix="Jr"), person("Hobson", "Robert W", suffix="2nd")]),
    "one editor": {"type": "book", "title": "Mint", "editor": [person("Day", "Cy")], "publisher": "Hill",
                   "publisher-place": "Leeds", "issued": day(2015)},
    "edition": {"type": "book", "title": "Mint", "author": [person("Day", "Cy")], "publisher": "Hill", "edition": "22nd",
                "issued": day(2015)},
    "translator": {"type": "book", "title": "Dreams", "author": [person("Freud", "Sigmund")],
                   "translator": [person("Strachey", "James")], "publisher": "Hill", "issued": day(1961)},
    "online first": article(status="Advance online publication", volume="", issue="", page="", issued=day(2023, 8, 1),
                            DOI="10.1000/x1"),
    "non-Latin": article(author=[person("山田", "太郎"), person("Ångström", "Åsa"), person("Иванов", "Пётр")],
                         title="吐き気と生姜"),
    "markup in the title": article(title="CO<sub>2</sub> & <script>alert(1)</script> <b>bold</b> 10<sup>6</sup> a < b"),
    "no author": article(author=[]),
    "no date": article(issued={}, volume="", issue="", page="", DOI="10.1000/x2"),
    "supplement": article(volume="61 Suppl 14", issue="", page="S3-S9"),
    "numbered report": {"type": "report", "title": "Tea and sleep", "author": [person("Bell", "Ann")], "number": "12",
                        "publisher": "Institute of Herbs", "issued": day(2018), "URL": "https://herbs.example/12"},
    "thesis": {"type": "thesis", "title": "On mint", "author": [person("Lee", "Kim")], "genre": "Doctoral dissertation",
               "publisher": "University of Leeds", "issued": day(2019)},
    "preprint": {"type": "article", "genre": "preprint", "title": "Early tea", "author": [person("Bell", "Ann")],
                 "container-title": "medRxiv", "issued": day(2021, 5, 3), "DOI": "10.1101/2021.05.01.1"},
    "undated page": {"type": "webpage", "title": "What is tea?", "container-title": "Herbs Daily",
                     "accessed": day(2026, 11, 20), "URL": "https://herbs.example/tea"},
    "particles and initials": article(author=[person("Gogh", "V W", **{"dropping-particle": "van"}), person("Smith", "KM")]),
    "newspaper": {"type": "article-newspaper", "title": "Tea heals", "author": [person("Bell", "Ann")],
                  "container-title": "The Times", "issued": day(2011, 4, 5), "URL": "https://times.example/tea"},
    "number of the BMJ": article(page="b2535", issue="", volume="339"),
    "question and quotation": article(title='Does "green" tea work?', page="101-108; discussion 109"),
    # What an audit found wrong.
    "data set": {"type": "dataset", "title": "Tea survey", "author": [person("Bell", "Ann")], "issued": day(2020),
                 "publisher": "Zenodo", "version": "v2.0", "DOI": "10.5281/zenodo.1"},
    "issue without volume": article(
        title="Vitamin C", author=[person("Bell", "Ann")], issued=day(2013, 1, 31), volume="", issue="1", page="",
        number="CD000980"),
    "double issue without pages": article(volume="83", issue="3-4", page=""),
    "third of his name": article(author=[person("Smith", "John", suffix="III"), person("BELL", "ANN MARIE")]),
    "second volume of a book": {"type": "book", "title": "Herbs", "author": [person("Day", "Cy")], "edition": "3",
                                "volume": "2", "publisher": "Hill", "issued": day(2001)},
}  # fmt: skip

APA25 = ", ".join(f"Author{letter}, {letter}." for letter in "ABCDEFGHIJKLMNOPQRS")
SHORT = "<i>Journal of Herbs</i>, <i>3</i>(2), 33–39."

EXPECTED: dict[str, dict[str, str]] = {
    "trial": {
        "apa": "Rautava, S., Kainonen, E., Salminen, S., & Isolauri, E. (2012). Maternal probiotic supplementation reduces the risk of eczema in the infant. <i>Journal of Allergy and Clinical Immunology</i>, <i>130</i>(6), 1355–1360. https://doi.org/10.1016/j.jaci.2012.09.003",
        "ama": "Rautava S, Kainonen E, Salminen S, Isolauri E. Maternal probiotic supplementation reduces the risk of eczema in the infant. <i>J Allergy Clin Immunol</i>. 2012;130(6):1355-1360. doi:10.1016/j.jaci.2012.09.003",
        "nlm": "Rautava S, Kainonen E, Salminen S, Isolauri E. Maternal probiotic supplementation reduces the risk of eczema in the infant. J Allergy Clin Immunol. 2012 Dec;130(6):1355-60. doi: 10.1016/j.jaci.2012.09.003. PMID: 23083673.",
        "chicago": "Rautava, Samuli, Erkki Kainonen, Seppo Salminen, and Erika Isolauri. 2012. “Maternal probiotic supplementation reduces the risk of eczema in the infant.” <i>Journal of Allergy and Clinical Immunology</i> 130 (6): 1355–60. https://doi.org/10.1016/j.jaci.2012.09.003.",
    },
    "e-locator": {
        "apa": "Hunt, K. M., & McGuire, M. A. (2011). The microbial communities of human milk. <i>PLoS ONE</i>, <i>6</i>(6), Article e21313. https://doi.org/10.1371/journal.pone.0021313",
        "ama": "Hunt KM, McGuire MA. The microbial communities of human milk. <i>PLoS One</i>. 2011;6(6):e21313. doi:10.1371/journal.pone.0021313",
        "nlm": "Hunt KM, McGuire MA. The microbial communities of human milk. PLoS One. 2011 Jun 17;6(6):e21313. doi: 10.1371/journal.pone.0021313.",
        "chicago": "Hunt, Katherine M., and Mark A. McGuire. 2011. “The microbial communities of human milk.” <i>PLoS ONE</i> 6 (6): e21313. https://doi.org/10.1371/journal.pone.0021313.",
    },
    "edited book": {
        "apa": "Pray, L., Pillsbury, L., & Tomayko, E. (Eds.). (2013). <i>The human microbiome, diet, and health: Workshop summary</i>. National Academies Press. https://doi.org/10.17226/13522",
        "ama": "Pray L, Pillsbury L, Tomayko E, eds. <i>The human microbiome, diet, and health: Workshop summary</i>. National Academies Press; 2013. doi:10.17226/13522",
        "nlm": "Pray L, Pillsbury L, Tomayko E, editors. The human microbiome, diet, and health: Workshop summary. National Academies Press; 2013. doi: 10.17226/13522.",
        "chicago": "Pray, Leslie, Laura Pillsbury, and Emily Tomayko, eds. 2013. <i>The human microbiome, diet, and health: Workshop summary</i>. National Academies Press. https://doi.org/10.17226/13522.",
    },
    "chapter with suffix and body": {
        "apa": "van der Berg, A.-M., Jr., & World Health Organization. (2019). The <i>Lactobacillus</i> genus in women’s health. In J. P. O’Neil (Ed.), <i>Handbook of pelvic medicine</i> (3rd ed., pp. 101–119). Springer.",
        "ama": "van der Berg AM Jr; World Health Organization. The <i>Lactobacillus</i> genus in women’s health. In: O’Neil JP, ed. <i>Handbook of pelvic medicine</i>. 3rd ed. Springer; 2019:101-119.",
        "nlm": "van der Berg AM Jr; World Health Organization. The <i>Lactobacillus</i> genus in women’s health. In: O’Neil JP, editor. Handbook of pelvic medicine. 3rd ed. Springer; 2019. p. 101-19.",
        "chicago": "van der Berg, Anne-Marie, Jr., and World Health Organization. 2019. “The <i>Lactobacillus</i> genus in women’s health.” In <i>Handbook of pelvic medicine</i>, 3rd ed., edited by James P. O’Neil, 101–19. Springer.",
    },
    "web page": {
        "apa": "World Health Organization. (2023, August 1). <i>Breastfeeding</i>. WHO Health Topics. https://www.who.int/health-topics/breastfeeding",
        "ama": "World Health Organization. Breastfeeding. WHO Health Topics. August 1, 2023. Accessed November 20, 2026. https://www.who.int/health-topics/breastfeeding",
        "nlm": "World Health Organization. Breastfeeding [Internet]. WHO Health Topics; 2023 Aug 1 [cited 2026 Nov 20]. Available from: https://www.who.int/health-topics/breastfeeding",
        "chicago": "World Health Organization. 2023. “Breastfeeding.” WHO Health Topics. August 1, 2023. https://www.who.int/health-topics/breastfeeding.",
    },
    "25 authors": {
        "apa": f"{APA25}, … AuthorY, Y. (2012). A trial of tea. {SHORT}",
        "ama": "AuthorA A, AuthorB B, AuthorC C, et al. A trial of tea. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "AuthorA A, AuthorB B, AuthorC C, AuthorD D, AuthorE E, AuthorF F, et al. A trial of tea. J Herbs. 2012;3(2):33-9.",
        "chicago": "AuthorA, A., B. AuthorB, C. AuthorC, D. AuthorD, E. AuthorE, F. AuthorF, G. AuthorG, et al. 2012. “A trial of tea.” <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "corporate author": {
        "apa": "World Health Organization. (2015). <i>Guideline on sugars</i>.",
        "ama": "World Health Organization. <i>Guideline on sugars</i>. World Health Organization; 2015.",
        "nlm": "World Health Organization. Guideline on sugars. World Health Organization; 2015.",
        "chicago": "World Health Organization. 2015. <i>Guideline on sugars</i>. World Health Organization.",
    },
    "two authors": {
        "apa": f"Bell, A., & Day, C. (2012). A trial of tea. {SHORT}",
        "ama": "Bell A, Day C. A trial of tea. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "Bell A, Day C. A trial of tea. J Herbs. 2012;3(2):33-9.",
        "chicago": "Bell, Ann, and Cy Day. 2012. “A trial of tea.” <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "8 authors": {
        "apa": f"AuthorA, A., AuthorB, B., AuthorC, C., AuthorD, D., AuthorE, E., AuthorF, F., AuthorG, G., & AuthorH, H. (2012). A trial of tea. {SHORT}",
        "ama": "AuthorA A, AuthorB B, AuthorC C, et al. A trial of tea. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "AuthorA A, AuthorB B, AuthorC C, AuthorD D, AuthorE E, AuthorF F, et al. A trial of tea. J Herbs. 2012;3(2):33-9.",
        "chicago": "AuthorA, A., B. AuthorB, C. AuthorC, D. AuthorD, E. AuthorE, F. AuthorF, G. AuthorG, and H. AuthorH. 2012. “A trial of tea.” <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "21 authors": {"apa": f"{APA25}, … AuthorU, U. (2012). A trial of tea. {SHORT}"},
    "suffix": {
        "apa": f"Alexander, J., Jr., & Hobson, R. W., 2nd. (2012). A trial of tea. {SHORT}",
        "ama": "Alexander J Jr, Hobson RW 2nd. A trial of tea. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "Alexander J Jr, Hobson RW 2nd. A trial of tea. J Herbs. 2012;3(2):33-9.",
        "chicago": "Alexander, John, Jr., and Robert W. Hobson 2nd. 2012. “A trial of tea.” <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "one editor": {
        "apa": "Day, C. (Ed.). (2015). <i>Mint</i>. Hill.",
        "ama": "Day C, ed. <i>Mint</i>. Hill; 2015.",
        "nlm": "Day C, editor. Mint. Leeds: Hill; 2015.",
        "chicago": "Day, Cy, ed. 2015. <i>Mint</i>. Leeds: Hill.",
    },
    "edition": {
        "apa": "Day, C. (2015). <i>Mint</i> (22nd ed.). Hill.",
        "ama": "Day C. <i>Mint</i>. 22nd ed. Hill; 2015.",
        "nlm": "Day C. Mint. 22nd ed. Hill; 2015.",
        "chicago": "Day, Cy. 2015. <i>Mint</i>. 22nd ed. Hill.",
    },
    "translator": {
        "apa": "Freud, S. (1961). <i>Dreams</i> (J. Strachey, Trans.). Hill.",
        "ama": "Freud S. <i>Dreams</i>. Strachey J, trans. Hill; 1961.",
        "nlm": "Freud S. Dreams. Strachey J, translator. Hill; 1961.",
        "chicago": "Freud, Sigmund. 1961. <i>Dreams</i>. Translated by James Strachey. Hill.",
    },
    "online first": {
        "apa": "Bell, A. (2023). A trial of tea. <i>Journal of Herbs</i>. Advance online publication. https://doi.org/10.1000/x1",
        "ama": "Bell A. A trial of tea. <i>J Herbs</i>. Published online August 1, 2023. doi:10.1000/x1",
        "nlm": "Bell A. A trial of tea. J Herbs. 2023 Aug 1. doi: 10.1000/x1. Online ahead of print.",
        "chicago": "Bell, Ann. 2023. “A trial of tea.” <i>Journal of Herbs</i>, published ahead of print, August 1. https://doi.org/10.1000/x1.",
    },
    "non-Latin": {
        "apa": f"山田, 太郎, Ångström, Å., & Иванов, П. (2012). 吐き気と生姜. {SHORT}",
        "ama": "山田 太郎, Ångström Å, Иванов П. 吐き気と生姜. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "山田 太郎, Ångström Å, Иванов П. 吐き気と生姜. J Herbs. 2012;3(2):33-9.",
        "chicago": "山田, 太郎, Åsa Ångström, and Пётр Иванов. 2012. “吐き気と生姜.” <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "markup in the title": {
        "apa": f"Bell, A. (2012). CO<sub>2</sub> & <script>alert(1)</script> bold 10<sup>6</sup> a < b. {SHORT}",
        "ama": "Bell A. CO<sub>2</sub> & <script>alert(1)</script> bold 10<sup>6</sup> a < b. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "Bell A. CO<sub>2</sub> & <script>alert(1)</script> bold 10<sup>6</sup> a < b. J Herbs. 2012;3(2):33-9.",
        "chicago": "Bell, Ann. 2012. “CO<sub>2</sub> & <script>alert(1)</script> bold 10<sup>6</sup> a < b.” <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "no author": {
        "apa": f"A trial of tea. (2012). {SHORT}",
        "ama": "A trial of tea. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "A trial of tea. J Herbs. 2012;3(2):33-9.",
        "chicago": "“A trial of tea.” 2012. <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "no date": {
        "apa": "Bell, A. (n.d.). A trial of tea. <i>Journal of Herbs</i>. https://doi.org/10.1000/x2",
        "ama": "Bell A. A trial of tea. <i>J Herbs</i>. Date unknown. doi:10.1000/x2",
        "nlm": "Bell A. A trial of tea. J Herbs. [date unknown]. doi: 10.1000/x2.",
        "chicago": "Bell, Ann. n.d. “A trial of tea.” <i>Journal of Herbs</i>. https://doi.org/10.1000/x2.",
    },
    "supplement": {
        "apa": "Bell, A. (2012). A trial of tea. <i>Journal of Herbs</i>, <i>61</i>(Suppl. 14), S3–S9.",
        "ama": "Bell A. A trial of tea. <i>J Herbs</i>. 2012;61(suppl 14):S3-S9.",
        "nlm": "Bell A. A trial of tea. J Herbs. 2012;61 Suppl 14:S3-9.",
        "chicago": "Bell, Ann. 2012. “A trial of tea.” <i>Journal of Herbs</i> 61 (suppl. 14): S3–S9.",
    },
    "numbered report": {
        "apa": "Bell, A. (2018). <i>Tea and sleep</i> (Report No. 12). Institute of Herbs. https://herbs.example/12",
        "ama": "Bell A. <i>Tea and sleep</i>. Institute of Herbs; 2018. Report 12. https://herbs.example/12",
        "nlm": "Bell A. Tea and sleep. Institute of Herbs; 2018. Report No.: 12. Available from: https://herbs.example/12",
        "chicago": "Bell, Ann. 2018. <i>Tea and sleep</i>. Report No. 12. Institute of Herbs. https://herbs.example/12.",
    },
    "thesis": {
        "apa": "Lee, K. (2019). <i>On mint</i> [Doctoral dissertation, University of Leeds].",
        "ama": "Lee K. <i>On mint</i>. Dissertation. University of Leeds; 2019.",
        "nlm": "Lee K. On mint [dissertation]. University of Leeds; 2019.",
        "chicago": "Lee, Kim. 2019. “On mint.” PhD diss., University of Leeds.",
    },
    "preprint": {
        "apa": "Bell, A. (2021). <i>Early tea</i>. medRxiv. https://doi.org/10.1101/2021.05.01.1",
        "ama": "Bell A. Early tea. <i>medRxiv</i>. Preprint posted online May 3, 2021. doi:10.1101/2021.05.01.1",
        "nlm": "Bell A. Early tea. medRxiv [Preprint]. 2021 May 3. doi: 10.1101/2021.05.01.1.",
        "chicago": "Bell, Ann. 2021. “Early tea.” Preprint, medRxiv, May 3. https://doi.org/10.1101/2021.05.01.1.",
    },
    "undated page": {
        "apa": "<i>What is tea?</i> (n.d.). Herbs Daily. Retrieved November 20, 2026, from https://herbs.example/tea",
        "ama": "What is tea? Herbs Daily. Accessed November 20, 2026. https://herbs.example/tea",
        "nlm": "What is tea? [Internet]. Herbs Daily; [date unknown] [cited 2026 Nov 20]. Available from: https://herbs.example/tea",
        "chicago": "“What is tea?” n.d. Herbs Daily. Accessed November 20, 2026. https://herbs.example/tea.",
    },
    "particles and initials": {
        "apa": f"Gogh, V. W. van, & Smith, K. M. (2012). A trial of tea. {SHORT}",
        "ama": "van Gogh VW, Smith KM. A trial of tea. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "van Gogh VW, Smith KM. A trial of tea. J Herbs. 2012;3(2):33-9.",
        "chicago": "Gogh, V. W. van, and K. M. Smith. 2012. “A trial of tea.” <i>Journal of Herbs</i> 3 (2): 33–39.",
    },
    "newspaper": {
        "apa": "Bell, A. (2011, April 5). Tea heals. <i>The Times</i>. https://times.example/tea",
        "ama": "Bell A. Tea heals. <i>The Times</i>. April 5, 2011. https://times.example/tea",
        "nlm": "Bell A. Tea heals. The Times. 2011 Apr 5. Available from: https://times.example/tea",
        "chicago": "Bell, Ann. 2011. “Tea heals.” <i>The Times</i>, April 5, 2011. https://times.example/tea.",
    },
    "number of the BMJ": {
        "apa": "Bell, A. (2012). A trial of tea. <i>Journal of Herbs</i>, <i>339</i>, Article b2535.",
        "ama": "Bell A. A trial of tea. <i>J Herbs</i>. 2012;339:b2535.",
        "nlm": "Bell A. A trial of tea. J Herbs. 2012;339:b2535.",
        "chicago": "Bell, Ann. 2012. “A trial of tea.” <i>Journal of Herbs</i> 339:b2535.",
    },
    "question and quotation": {
        "apa": "Bell, A. (2012). Does “green” tea work? <i>Journal of Herbs</i>, <i>3</i>(2), 101–108.",
        "ama": "Bell A. Does “green” tea work? <i>J Herbs</i>. 2012;3(2):101-108.",
        "nlm": "Bell A. Does “green” tea work? J Herbs. 2012;3(2):101-8.",
        "chicago": "Bell, Ann. 2012. “Does ‘green’ tea work?” <i>Journal of Herbs</i> 3 (2): 101–8.",
    },
    "data set": {
        "apa": "Bell, A. (2020). <i>Tea survey</i> (Version 2.0) [Data set]. Zenodo. https://doi.org/10.5281/zenodo.1",
        "ama": "Bell A. <i>Tea survey</i>. Version 2.0. Zenodo; 2020. doi:10.5281/zenodo.1",
        "nlm": "Bell A. Tea survey [dataset]. Version 2.0. Zenodo; 2020. doi: 10.5281/zenodo.1.",
        "chicago": "Bell, Ann. 2020. <i>Tea survey</i>. Version 2.0. Zenodo. https://doi.org/10.5281/zenodo.1.",
    },
    "issue without volume": {
        "apa": "Bell, A. (2013). Vitamin C. <i>Journal of Herbs</i>, (1), Article CD000980.",
        "ama": "Bell A. Vitamin C. <i>J Herbs</i>. 2013;(1):CD000980.",
        "nlm": "Bell A. Vitamin C. J Herbs. 2013 Jan 31;(1):CD000980.",
        "chicago": "Bell, Ann. 2013. “Vitamin C.” <i>Journal of Herbs</i>, no. 1, CD000980.",
    },
    "double issue without pages": {
        "apa": "Bell, A. (2012). A trial of tea. <i>Journal of Herbs</i>, <i>83</i>(3–4).",
        "chicago": "Bell, Ann. 2012. “A trial of tea.” <i>Journal of Herbs</i> 83 (3–4).",
    },
    "third of his name": {
        "apa": f"Smith, J., III, & BELL, A. M. (2012). A trial of tea. {SHORT}",
        "ama": "Smith J III, BELL AM. A trial of tea. <i>J Herbs</i>. 2012;3(2):33-39.",
        "nlm": "Smith J 3rd, BELL AM. A trial of tea. J Herbs. 2012;3(2):33-9.",
    },
    "second volume of a book": {
        "apa": "Day, C. (2001). <i>Herbs</i> (3rd ed., Vol. 2). Hill.",
        "ama": "Day C. <i>Herbs</i>. Vol 2. 3rd ed. Hill; 2001.",
        "nlm": "Day C. Herbs. 3rd ed. Vol. 2. Hill; 2001.",
        "chicago": "Day, Cy. 2001. <i>Herbs</i>. 3rd ed. Vol. 2. Hill.",
    },
}
