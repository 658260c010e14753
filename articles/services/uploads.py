"""Pictures that people upload: raster images only, drawn anew so that nothing but pixels is kept."""

from __future__ import annotations

import io
import secrets
import warnings
from dataclasses import dataclass
from typing import IO, Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.utils import timezone
from PIL import Image, ImageOps, UnidentifiedImageError

from articles.rendering import picture_sizes

MAX_SIDE = 2000
# Unpacked, a picture takes 4 bytes a pixel: this bounds one upload to 200 MB of memory. Phones make up to 48 million.
MAX_PIXELS = 50_000_000
READ = ("JPEG", "PNG", "WEBP", "GIF")
WRITTEN = {"JPEG": ("JPEG", "jpg"), "PNG": ("PNG", "png"), "WEBP": ("WEBP", "webp"), "GIF": ("PNG", "png")}
KINDS = "Use a JPEG, PNG, WebP or GIF picture."


class ImageRefused(ValueError):
    """The file is not kept; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class CleanImage:
    """A picture drawn anew: `data` in the format that `extension` names, at most MAX_SIDE pixels a side."""

    data: bytes
    extension: str
    width: int
    height: int

    def as_file(self) -> ContentFile[bytes]:
        """The picture under a random name, so that nothing of the uploaded file's name is kept."""
        return ContentFile(self.data, name=f"{secrets.token_hex(16)}.{self.extension}")


def clean_image(upload: UploadedFile[Any]) -> CleanImage:
    """Draws the picture anew, without metadata and no larger than MAX_SIDE. Raises ImageRefused."""
    limit = settings.IMAGE_MAX_MB
    if (upload.size or 0) > limit * 1024 * 1024:
        raise ImageRefused(f"The picture is larger than {limit} MB. Save it smaller and try again.")
    if not upload.size:
        raise ImageRefused(f"The file is empty. {KINDS}")
    if upload.file is None:
        raise ImageRefused(f"No file came in. {KINDS}")
    return _redrawn(upload.file)


def _redrawn(file: IO[bytes]) -> CleanImage:
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(file, formats=READ) as image:
                if image.width * image.height > MAX_PIXELS:
                    raise ImageRefused(
                        f"The picture measures {image.width} by {image.height} pixels, which is too many. "
                        "Save it smaller and try again."
                    )
                image.seek(0)
                target, extension = WRITTEN[image.format or ""]
                return _drawn(image, target, extension)
    except ImageRefused:
        raise
    except UnidentifiedImageError:
        raise ImageRefused(f"This is not a picture that can be shown. {KINDS}") from None
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ImageRefused("The picture has too many pixels. Save it smaller and try again.") from None
    except (OSError, SyntaxError, ValueError, KeyError, EOFError, MemoryError, OverflowError):
        raise ImageRefused("The picture is damaged or cut short. Save it again and try once more.") from None


def _drawn(image: Image.Image, target: str, extension: str) -> CleanImage:
    image.load()
    upright = ImageOps.exif_transpose(image) or image
    transparent = upright.mode in ("RGBA", "LA", "PA") or "transparency" in upright.info
    pixels = upright.convert("RGBA" if transparent and target != "JPEG" else "RGB")
    pixels.thumbnail((MAX_SIDE, MAX_SIDE), Image.Resampling.LANCZOS)
    # Comments, profiles and positions travel in `info`; an image without it is pixels alone.
    pixels.info = {}
    out = io.BytesIO()
    if target == "PNG":
        pixels.save(out, target, optimize=True)
    else:
        pixels.save(out, target, quality=86)
    return CleanImage(out.getvalue(), extension, pixels.width, pixels.height)


def store_image(upload: UploadedFile[Any]) -> str:
    """Keeps the redrawn picture, in smaller sizes too, and returns its address. Raises ImageRefused."""
    return _stored(clean_image(upload))


def store_bytes(data: bytes) -> str:
    """The same for a picture that came in an archive."""
    if len(data) > settings.IMAGE_MAX_MB * 1024 * 1024:
        raise ImageRefused(f"The picture is larger than {settings.IMAGE_MAX_MB} MB. Save it smaller and try again.")
    return _stored(_redrawn(io.BytesIO(data)))


def _stored(clean: CleanImage) -> str:
    file = clean.as_file()
    name = default_storage.save(f"images/{timezone.now():%Y/%m}/{file.name}", file)
    picture_sizes.draw(name, clean.data)
    return default_storage.url(name)
