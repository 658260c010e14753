"""What becomes of uploaded pictures: anything but a raster image is refused, and only pixels are kept."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, PngImagePlugin

from articles.services.uploads import MAX_SIDE, ImageRefused, clean_image

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(2)</script></svg>'


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30), mode: str = "RGB", **options) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size, 120).save(out, kind, **options)
    return out.getvalue()


def uploaded(data: bytes, name: str = "photo.png", content_type: str = "image/png") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data, content_type)


def bomb(width: int = 30_000, height: int = 30_000) -> bytes:
    """A PNG of a few hundred bytes that says it is 900 million pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(b"\x00" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("data", "name", "content_type"),
    [
        pytest.param(SVG, "drawing.svg", "image/svg+xml", id="svg"),
        pytest.param(SVG, "drawing.png", "image/png", id="svg-called-png"),
        pytest.param(b'<?xml version="1.0"?>' + SVG, "a.png", "image/png", id="svg-with-prolog"),
        pytest.param(b"<html><script>alert(1)</script></html>", "page.jpg", "image/jpeg", id="html"),
        pytest.param(b"", "photo.png", "image/png", id="empty"),
        pytest.param(b"GIF89a" + b"\x00" * 4, "photo.gif", "image/gif", id="header-only"),
        pytest.param(b"%PDF-1.7\n", "photo.png", "image/png", id="pdf"),
        pytest.param(b"PK\x03\x04" + b"\x00" * 60, "photo.png", "image/png", id="zip"),
        pytest.param(picture("BMP"), "photo.png", "image/png", id="bmp"),
        pytest.param(picture("TIFF"), "photo.png", "image/png", id="tiff"),
        pytest.param(picture("ICO"), "photo.png", "image/png", id="ico"),
        pytest.param(picture("JPEG", (400, 300))[:600], "photo.jpg", "image/jpeg", id="truncated-jpeg"),
        pytest.param(picture("PNG", (400, 300))[:120], "photo.png", "image/png", id="truncated-png"),
        pytest.param(bomb(), "photo.png", "image/png", id="decompression-bomb"),
        pytest.param(bomb(12_000, 6_000), "photo.png", "image/png", id="too-many-pixels"),
    ],
)
def test_it_refuses(data: bytes, name: str, content_type: str) -> None:
    with pytest.raises(ImageRefused):
        clean_image(uploaded(data, name, content_type))


def test_it_refuses_fifty_megabytes_without_reading_them() -> None:
    upload = uploaded(b"")
    upload.size = 50 * 1024 * 1024
    upload.file = None
    with pytest.raises(ImageRefused, match="larger than"):
        clean_image(upload)


def test_it_refuses_in_words_that_say_what_to_do() -> None:
    with pytest.raises(ImageRefused, match="Use a JPEG, PNG, WebP or GIF picture"):
        clean_image(uploaded(SVG))


@pytest.mark.parametrize(("kind", "extension"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp"), ("GIF", "png")])
def test_it_keeps_the_kinds_that_browsers_show(kind: str, extension: str) -> None:
    clean = clean_image(uploaded(picture(kind)))
    assert clean.extension == extension
    assert Image.open(io.BytesIO(clean.data)).size == (40, 30)


def test_it_drops_position_comments_and_profiles() -> None:
    exif = Image.Exif()
    exif[0x010E] = "taken at home"
    exif.get_ifd(0x8825)[1] = "N"
    original = picture("JPEG", exif=exif, comment=b"secret comment", icc_profile=b"\x00" * 200)
    assert b"taken at home" in original
    clean = clean_image(uploaded(original))
    kept = Image.open(io.BytesIO(clean.data))
    assert not kept.getexif()
    assert not {"comment", "icc_profile", "exif"} & set(kept.info)
    assert b"secret comment" not in clean.data


def test_it_drops_text_of_png_files() -> None:
    text = PngImagePlugin.PngInfo()
    text.add_text("Comment", "<script>alert(1)</script>")
    clean = clean_image(uploaded(picture("PNG", pnginfo=text)))
    assert b"script" not in clean.data


def test_it_drops_what_stands_behind_the_picture() -> None:
    polyglot = picture("JPEG") + b"<script>alert(1)</script><?php echo 1 ?>"
    assert b"script" not in clean_image(uploaded(polyglot)).data


def test_it_turns_the_picture_upright_before_it_forgets_which_way_is_up() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    clean = clean_image(uploaded(picture("JPEG", (40, 30), exif=exif)))
    assert (clean.width, clean.height) == (30, 40)


def test_it_shrinks_large_pictures_and_keeps_their_shape() -> None:
    clean = clean_image(uploaded(picture("JPEG", (4000, 1000))))
    assert (clean.width, clean.height) == (MAX_SIDE, MAX_SIDE // 4)


def test_it_keeps_only_the_first_frame() -> None:
    frames = [Image.new("P", (10, 10), shade) for shade in (1, 2, 3)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    clean = clean_image(uploaded(out.getvalue(), "moving.gif", "image/gif"))
    assert getattr(Image.open(io.BytesIO(clean.data)), "n_frames", 1) == 1


def test_it_keeps_transparency_and_reads_odd_colour_spaces() -> None:
    see_through = clean_image(uploaded(picture("PNG", mode="LA")))
    assert Image.open(io.BytesIO(see_through.data)).mode == "RGBA"
    printed = io.BytesIO()
    Image.new("CMYK", (10, 10)).save(printed, "JPEG")
    assert Image.open(io.BytesIO(clean_image(uploaded(printed.getvalue())).data)).mode == "RGB"


@pytest.mark.parametrize("kind", ["BMP", "TIFF", "ICO", "PPM"])
def test_a_kind_that_browsers_need_not_show_is_never_even_decoded(kind: str) -> None:
    with pytest.raises(ImageRefused, match="not a picture that can be shown"):
        clean_image(uploaded(picture(kind)))


def test_names_are_random() -> None:
    clean = clean_image(uploaded(picture(), "../../etc/passwd.png"))
    names = {clean.as_file().name for _ in range(3)}
    assert len(names) == 3
    assert all("passwd" not in (name or "") and "/" not in (name or "") for name in names)
