from __future__ import annotations

import pytest

from evidence.references.author_names import parse_names
from evidence.references.parsing import parse


@pytest.mark.parametrize(
    "text",
    [
        "",
        "...",
        "Sleep",
        "Does sleep help?",
        "Sleep in children: a look",
        "“Sleep”",
        "A. B",
        "a study of 12 children",
        "Zinc, Copper, Iron, Selenium",
        "Zinc, copper and Iron, selenium",
        "1, 2, 3",
    ],
)
def test_it_sees_no_names_in(text):
    assert parse_names(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Bell, A. B., Coe, D., & Day-Fox, E.", ["Bell|A. B.", "Coe|D.", "Day-Fox|E."]),
        ("Bell, A., Coe, D., ... & Øye, E.", ["Bell|A.", "Coe|D.", "Øye|E."]),
        ("Bell AB, Coe D, et al.", ["Bell|AB", "Coe|D"]),
        ("Bell A.B., Coe D.", ["Bell|A.B.", "Coe|D."]),
        ("Zhang, Y, Li, S, Gan, R-Y", ["Zhang|Y", "Li|S", "Gan|R-Y"]),
        ("A. B. Bell, D. Coe and E. Day-Fox", ["Bell|A. B.", "Coe|D.", "Day-Fox|E."]),
        ("Bell, A. B., D. Coe, and E. Day", ["Bell|A. B.", "Coe|D.", "Day|E."]),
        ("Bell, Ada B., and Dan Coe", ["Bell|Ada B.", "Coe|Dan"]),
        ("Bell, Ada C.; Coe, Dan B.", ["Bell|Ada C.", "Coe|Dan B."]),
        ("Bell, A.; Coe, D.", ["Bell|A.", "Coe|D."]),
        ("Ada Bell, Dan van der Coe", ["Bell|Ada", "van der Coe|Dan"]),
        ("de la Cruz, M. A., & O'Brien, T. J., Jr.", ["de la Cruz|M. A.", "O'Brien|T. J."]),
    ],
)
def test_it_reads_the_names_of(text, names):
    assert [f"{name['family']}|{name['given']}" for name in parse_names(text)] == names


@pytest.mark.parametrize(
    "text", ["World Health Organization", "Centers for Disease Control and Prevention", "Mayo Clinic"]
)
def test_a_body_is_one_name(text):
    assert parse_names(text) == [{"literal": text}]


def test_a_group_stands_beside_those_who_wrote_for_it():
    assert parse_names("Bell A, for the ABC Study Group") == [
        {"family": "Bell", "given": "A"},
        {"literal": "ABC Study Group"},
    ]


PLACE = "Lung nodules in adults. J Foo. 2015;8(1):1-7."


def written(names):
    return [
        name.get("literal") or "|".join(filter(None, map(name.get, ("family", "given", "suffix")))) for name in names
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Centers for Disease Control and Prevention",
        "National Academies of Sciences, Engineering, and Medicine",
        "Department of Health, Social Services Committee",
        "Clinical Trial Group",
        "The Cochrane Collaboration",
        "UK Biobank Investigators",
    ],
)
def test_a_body_with_a_list_in_its_name_stays_one(text):
    assert [name.keys() for name in parse_names(text)] in ([], [{"literal"}])


@pytest.mark.parametrize(
    "text", ["DNA repair, RNA splicing", "Zinc e rame", "Miller for president", "et al", "等", "Jr"]
)
def test_it_makes_no_people_of(text):
    assert not any("given" in name for name in parse_names(text))


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("Polder FP, ABC Investigators", ["Polder|FP", "ABC Investigators"]),
        ("Polder FP, Tomlin SJ; Clinical Trial Group", ["Polder|FP", "Tomlin|SJ", "Clinical Trial Group"]),
        ("Polder FP, Tomlin SJ; for the Clinical Trial Group", ["Polder|FP", "Tomlin|SJ", "Clinical Trial Group"]),
        ("Polder FP, Tomlin SJ, for the Clinical Trial Group", ["Polder|FP", "Tomlin|SJ", "Clinical Trial Group"]),
        ("Polder FP, Tomlin SJ, et al; ABC Study Group", ["Polder|FP", "Tomlin|SJ", "ABC Study Group"]),
        ("Polder FP, on behalf of the ABC Collaborators", ["Polder|FP", "ABC Collaborators"]),
        ("Polder FP, Tomlin SJ and the ABC Trialists", ["Polder|FP", "Tomlin|SJ", "ABC Trialists"]),
        ("ABC Investigators, Polder FP, Tomlin SJ", ["ABC Investigators", "Polder|FP", "Tomlin|SJ"]),
        ("SPRINT Research Group, Wright JT Jr, Coe D", ["SPRINT Research Group", "Wright|JT|Jr", "Coe|D"]),
        ("Polder FP, ABC Consortium, Tomlin SJ", ["Polder|FP", "ABC Consortium", "Tomlin|SJ"]),
        ("FS McDougal, O Akinola", ["McDougal|FS", "Akinola|O"]),
        ("FS McDougal, O Akinola and AB Coe", ["McDougal|FS", "Akinola|O", "Coe|AB"]),
        ("JT O'Brien, K van der Berg", ["O'Brien|JT", "van der Berg|K"]),
        ("Nishida M, Sugita O, etal", ["Nishida|M", "Sugita|O"]),
        ("Nishida M, Sugita O et.al", ["Nishida|M", "Sugita|O"]),
        ("Nishida M, [et al.]", ["Nishida|M"]),
        ("Nishida M, Sugita O, and 12 others", ["Nishida|M", "Sugita|O"]),
        ("Nishida, M., Sugita, O., + 4 more", ["Nishida|M.", "Sugita|O."]),
        ("Nishida M, Coe D (et al.)", ["Nishida|M", "Coe|D"]),
        ("Zhang W, Li X, 等", ["Zhang|W", "Li|X"]),
        ("Miller A, et coll", ["Miller|A"]),
        ("Miller A, et collab", ["Miller|A"]),
        ("Müller A, u. a", ["Müller|A"]),
        ("García A, y cols", ["García|A"]),
        ("Rossi A, e coll", ["Rossi|A"]),
        ("Müller A und Mitarbeiter", ["Müller|A"]),
        ("McKay JW Jr", ["McKay|JW|Jr"]),
        ("McKay JW 3rd, Coe D", ["McKay|JW|3rd", "Coe|D"]),
        ("McKay Jr JW, Coe D", ["McKay|JW|Jr", "Coe|D"]),
        ("Coe D, McKay JW Sr, Bell A III", ["Coe|D", "McKay|JW|Sr", "Bell|A|III"]),
        ("Rossi A, Bianchi B e Verdi C", ["Rossi|A", "Bianchi|B", "Verdi|C"]),
        ("García A, López B y Pérez C", ["García|A", "López|B", "Pérez|C"]),
        ("Dupont A, Martin B et Durand C", ["Dupont|A", "Martin|B", "Durand|C"]),
        ("Müller H, Schmidt K und Weber L", ["Müller|H", "Schmidt|K", "Weber|L"]),
        ("G.R.R.Martin, J.R.R.Tolkien and D.Adams", ["Martin|G.R.R.", "Tolkien|J.R.R.", "Adams|D."]),
        ("Ferrant KJ*, Osei B†, Lindqvist T", ["Ferrant|KJ", "Osei|B", "Lindqvist|T"]),
        ("Ferrant KJ¹, Osei B²,³, Lindqvist T¹", ["Ferrant|KJ", "Osei|B", "Lindqvist|T"]),
        ("Ferrant KJ‡, Osei B§ and Lindqvist T¶", ["Ferrant|KJ", "Osei|B", "Lindqvist|T"]),
        ("SALT Investigators†, Ferrant KJ", ["SALT Investigators", "Ferrant|KJ"]),
        ("Kovač AB[1], Moreau C[2]", ["Kovač|AB", "Moreau|C"]),
        ("Kovač AB<sup>1</sup>, Moreau C<sup>2,3</sup>", ["Kovač|AB", "Moreau|C"]),
        ("Kovač AB, MD, Moreau C, PhD", ["Kovač|AB", "Moreau|C"]),
        ("Kovač AB(1), Moreau C(2)", ["Kovač|AB", "Moreau|C"]),
        ("Kovač AB, Moreau C with the COVE Study Team", ["Kovač|AB", "Moreau|C", "COVE Study Team"]),
        ("Kovač AB‖, Moreau C**", ["Kovač|AB", "Moreau|C"]),
        ("Kovač AB (1,2), Moreau C (3)", ["Kovač|AB", "Moreau|C"]),
        ("Kovač AB – Moreau C • Vidal DE", ["Kovač|AB", "Moreau|C", "Vidal|DE"]),
        ("KOVAČ AB, MOREAU C AND VIDAL DE", ["KOVAČ|AB", "MOREAU|C", "VIDAL|DE"]),
        ("Prof. Dr. Kovač AB, Moreau C", ["Kovač|AB", "Moreau|C"]),
        ("Haas, Rolf and Ito, Mari", ["Haas|Rolf", "Ito|Mari"]),
        ("Dr. Kovač AB, Prof. Moreau C", ["Kovač|AB", "Moreau|C"]),
        ("Kovač AB/Moreau C/Vidal DE", ["Kovač|AB", "Moreau|C", "Vidal|DE"]),
        ("Kovač AB, Moreau C, 등", ["Kovač|AB", "Moreau|C"]),
        ("A B Kovač, C Moreau", ["Kovač|A B", "Moreau|C"]),
        ("Kovač, Ana B., Moreau, Claire, and Vidal, Dan E", ["Kovač|Ana B.", "Moreau|Claire", "Vidal|Dan E."]),
        ("J.K.Rowling and T.S.Eliot", ["Rowling|J.K.", "Eliot|T.S."]),
    ],
)
def test_every_author_has_a_name_and_the_title_is_clean_behind(people, names):
    csl = parse(f"{people}. {PLACE}")
    assert written(csl["author"]) == names
    assert csl["title"] == "Lung nodules in adults"


@pytest.mark.parametrize(
    ("people", "names"),
    [
        ("McKay, J. W., Jr.", ["McKay|J. W|Jr", "McKay|J. W.|Jr"]),
        ("McKay, J. W., III, & Coe, D.", ["McKay|J. W.|III"]),
        ("Polder, F. P., Tomlin, S. J., & ABC Consortium", ["Polder|F. P.", "ABC Consortium"]),
        ("FS McDougal, O Akinola", ["McDougal|FS"]),
    ],
)
def test_names_before_a_year_in_brackets_are_read_alike(people, names):
    csl = parse(f"{people} (2015). Lung nodules in adults. Journal of Foo, 8(1), 1-7.")
    found = written(csl["author"])
    assert found[0] in names
    assert csl["title"] == "Lung nodules in adults"
    assert not any("," in name for name in found)


def test_glued_names_of_a_book_are_three_people():
    csl = parse("G.R.R.Martin, J.R.R.Tolkien and D.Adams. The Lord of the zinc. Hill Press, 2015.")
    assert written(csl["author"]) == ["Martin|G.R.R.", "Tolkien|J.R.R.", "Adams|D."]
    assert csl["title"] == "The Lord of the zinc"


def test_initials_that_look_like_a_degree_stay():
    assert [name["given"] for name in parse_names("Kovač, MD, Moreau, C, Vidal, RN")] == ["MD", "C", "RN"]
    assert parse_names("Lee MD, Kim RN") == [{"family": "Lee", "given": "MD"}, {"family": "Kim", "given": "RN"}]


def test_a_raised_number_in_a_title_stays():
    csl = parse("Bell A. Uptake of <sup>13</sup>C by kelp. J Foo. 2015;8(1):1-7.")
    assert csl["title"] == "Uptake of 13C by kelp"


def test_a_title_that_counts_others_keeps_them():
    csl = parse("Nishida M. Ginger and 12 others. J Foo. 2015;8(1):1-7.")
    assert csl["title"] == "Ginger and 12 others"
