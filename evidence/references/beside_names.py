"""What stands beside the names of an author list and is no part of them: signs, degrees, titles, strokes between."""

from __future__ import annotations

from evidence.language.patterns import lazily

_SIGNS_BEHIND = lazily(
    r"(?<=[A-Za-zÀ-ÿ.])\s?(?:[*†‡§¶#‖∥]{1,3}|\[\d{1,2}(?:,\s?\d{1,2}){0,4}\]|\(\d{1,2}(?:,\s?\d{1,2}){0,4}\)|[¹²³⁴⁵⁶⁷⁸⁹⁰](?:[,⁻–-]?[¹²³⁴⁵⁶⁷⁸⁹⁰]){0,4})(?=[,;&\s.]|$)"
)
"""What leads from a name to where its bearer works: "Ferrant KJ*, Osei B†, Lindqvist T²"."""
_DEGREE = (
    r"(?:,\s(?:Ph\.?D|PharmD|M\.?Sc|B\.?Sc|M\.D|DrPH|MBBS|MBChB)\b\.?"
    r"|(?<=[A-ZÀ-Þ.]),\s(?:MD|DO|RN|MPH|RD|DDS|MHS|FRCP|FACP|DPT|MBA|JD)(?=[,;.\s]|$))"
)
_DEGREES = lazily(rf"(?P<name>(?:^|\s|\.)[A-ZÀ-Þ]{{1,3}}\.?){_DEGREE}{{1,4}}")
_ADDRESSED = lazily(r"(?:^|(?<=[,;&]\s)|(?<=\band\s))(?:(?:Dr|Prof(?:essor)?)\b\.?\s){1,3}(?=[A-ZÀ-Þ])")
"""Degrees behind initials and titles before names: "Dr. Ferrant KJ, MD, Osei B, PhD"."""
_STROKES = lazily(
    r"(?<=[\sA-ZÀ-Þ][A-ZÀ-Þ])\s[•·–—]\s(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=\s[A-ZÀ-Þ])\s?/\s?(?=[A-ZÀ-Þ][a-zß-ÿ])|(?<=[A-ZÀ-Þ]{2})\s?/\s?(?=[A-ZÀ-Þ][a-zß-ÿ])"
)


def names_alone(text: str) -> str:
    """The list with its names alone, commas for strokes: "Dr. Haas RT†, MD/Ito M²" becomes "Haas RT, Ito M"."""
    parted = _STROKES.sub(", ", _SIGNS_BEHIND.sub("", text))
    return _ADDRESSED.sub("", _DEGREES.sub(r"\g<name>", parted))
