"""The settings of the tests: the project's own, pointed at servers that the tests start and stop themselves."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from config.local_servers import postgres_url, valkey_url

os.environ.setdefault("SECRET_KEY", "only-for-tests")
os.environ.setdefault("ALLOWED_HOSTS", "testserver,localhost,127.0.0.1")
os.environ.setdefault("HTTPS", "false")
os.environ.setdefault("EMAIL_BACKEND", "django.core.mail.backends.locmem.EmailBackend")
os.environ.setdefault("LOG_LEVEL", "WARNING")
os.environ.setdefault("SECOND_FACTOR_REQUIRED", "false")
# Tests of views look at what views give; those of kept pages turn them on.
os.environ.setdefault("STORED_PAGES", "false")
# The same for texts read in processes of their own, which see no row of a test that is rolled back.
os.environ.setdefault("READ_APART", "false")
# Nobody outside is asked. Tests of the look-ups turn them on and name servers of their own; port 9 takes no call.
os.environ.setdefault("LOOKUPS", "false")
os.environ.setdefault("LINK_CHECKS", "false")
os.environ.setdefault("LINK_CHECK_CONTROL_URL", "http://127.0.0.1:9")
for name in ("CROSSREF_BASE_URL", "PUBMED_BASE_URL", "PMC_IDCONV_BASE_URL", "OPENALEX_BASE_URL"):
    os.environ.setdefault(name, "http://127.0.0.1:9")
# Processes started by the tests inherit these variables. The path is short: sockets lie in the folder.
if "CITEWELL_TEST_SERVERS" not in os.environ and not {"DATABASE_URL", "CELERY_BROKER_URL"} <= os.environ.keys():
    os.environ["CITEWELL_TEST_SERVERS"] = tempfile.mkdtemp(prefix="citewell-")
if "CITEWELL_TEST_SERVERS" in os.environ:
    folder = Path(os.environ["CITEWELL_TEST_SERVERS"])
    folder.chmod(0o755)
    os.environ.setdefault("CITEWELL_VAR", str(folder))
    os.environ.setdefault("DATABASE_URL", postgres_url(folder / "pg"))
    if os.environ.get("CELERY_BROKER_URL", valkey_url(folder)).startswith(valkey_url(folder)):
        # Runs side by side (pytest -n) share the broker and need queues of their own.
        number = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
        os.environ["CELERY_BROKER_URL"] = f"{valkey_url(folder)}?virtual_host={number}"

from config.settings import *

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
