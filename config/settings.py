"""All settings of Citewell, read from the environment. docs/operations.md lists the variables.

Those of tasks stand in celery_settings.py, those of services that know works in lookup_settings.py.
"""

from __future__ import annotations

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from config.celery_settings import *
from config.environment import (
    env_bool,
    env_choice,
    env_hosts,
    env_int,
    env_list,
    env_path,
    env_percent,
    env_str,
    env_url,
)
from config.local_servers import postgres_url
from config.lookup_settings import *
from config.places import BASE_DIR, VAR_DIR

DEBUG = env_bool("DEBUG", False)
SECRET_KEY = env_str("SECRET_KEY", "not-secret-only-for-debug-and-tests" if DEBUG else None)
# Keys of before: what they signed or sealed is still known.
SECRET_KEY_FALLBACKS = env_list("SECRET_KEY_FALLBACKS", [])
ALLOWED_HOSTS = env_list("ALLOWED_HOSTS", ["localhost", "127.0.0.1", "[::1]"] if DEBUG else [])
CSRF_TRUSTED_ORIGINS = env_list("CSRF_TRUSTED_ORIGINS", [])

# --- The publication ---------------------------------------------------------------------------------------

SITE_NAME = env_str("SITE_NAME", "Common Ground Health")
SITE_TAGLINE = env_str("SITE_TAGLINE", "Health articles that show what every claim stands on")
PUBLISHER_NAME = env_str("PUBLISHER_NAME", SITE_NAME)
SITE_URL = env_str("SITE_URL", "http://localhost:8000").rstrip("/")
DEFAULT_MARKET = env_choice("DEFAULT_MARKET", "US", ("US", "UK", "EU"))
ARTICLES_PER_PAGE = env_int("ARTICLES_PER_PAGE", 10, at_least=1)
CERTAINTY_SURE = env_percent("CERTAINTY_SURE")
CERTAINTY_LIKELY = env_percent("CERTAINTY_LIKELY")
REFERENCE_STYLE = env_choice("REFERENCE_STYLE", "apa", ("apa", "ama", "nlm", "chicago"))
# Off, every page is rendered for every reader: while templates are being written.
STORED_PAGES = env_bool("STORED_PAGES", not DEBUG)
# A cache in front that is told of changes may keep pages; without one, each page is asked for anew.
PURGE_URL = env_url("PURGE_URL", "") if env_str("PURGE_URL", "") else ""
PURGE_TOKEN = env_str("PURGE_TOKEN", "")
PAGE_CACHE_SECONDS = env_int("PAGE_CACHE_SECONDS", 3600, at_least=1)

# A hub that is told when a feed changed (WebSub), so that its readers learn of it at once.
WEBSUB_HUB = env_url("WEBSUB_HUB", "") if env_str("WEBSUB_HUB", "") else ""

# --- Applications ------------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "unfold.apps.BasicAppConfig",
    "unfold.contrib.filters",
    "unfold.contrib.forms",
    "unfold.contrib.inlines",
    "config.newsroom_site.NewsroomAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "markdownx",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.usersessions",
    "accounts",
    "citations",
    "products",
    "articles",
]

MIDDLEWARE = [
    "config.health.Health",
    "config.request_size.RequestSize",
    "config.problem_pages.ProblemPages",
    "articles.reader.old_addresses.OldAddresses",
    "django.middleware.security.SecurityMiddleware",
    "articles.stored.middleware.StoredPages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "accounts.idle_sessions.IdleSessions",
    "accounts.policy.NewsroomPolicy",
    "accounts.kept_forms.KeptForms",
    "accounts.second_factor.SecondFactor",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["django.template.loaders.filesystem.Loader", "articles.newsroom.quiet_icons.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "articles.reader.context_processors.publication",
            ],
            "libraries": {"trail": "articles.newsroom.trail"},
        },
    }
]

# --- Database, broker, cache -------------------------------------------------------------------------------

# Without DATABASE_URL the project expects the embedded PostgreSQL that `make demo` runs under var/.
DATABASE_URL = env_str("DATABASE_URL", postgres_url(VAR_DIR / "postgres"))
try:
    DATABASES = {
        "default": dj_database_url.parse(
            DATABASE_URL, conn_max_age=env_int("DATABASE_CONN_MAX_AGE", 60), conn_health_checks=True
        )
    }
except ValueError as error:
    raise ImproperlyConfigured(f"DATABASE_URL cannot be read: {error}") from None
if DATABASES["default"].get("ENGINE") != "django.db.backends.postgresql":
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database (postgresql://...).")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# What takes longer to read is told to be too intricate: a text in the editor, a post that is imported, a draft.
PREVIEW_SECONDS = env_int("PREVIEW_SECONDS", 2, at_least=1)
IMPORT_SECONDS = env_int("IMPORT_SECONDS", 15, at_least=1)
ASSESSMENT_SECONDS = env_int("ASSESSMENT_SECONDS", 60, at_least=1)
# What people wait for is read in processes beside those that serve pages.
READ_APART = env_bool("READ_APART", True)
READ_APART_MEMORY_MB = env_int("READ_APART_MEMORY_MB", 1024, at_least=256)

CACHES = {
    # Attempts to log in, counted by all web processes together; a migration makes the table.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_attempts",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
    # How often an address asked the API, in each web process for itself.
    "api": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "OPTIONS": {"MAX_ENTRIES": 10_000}},
    # What Crossref, PubMed and OpenAlex answered, for all workers; a migration makes the table.
    "lookups": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "citations_lookup_cache",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    },
}

# Where the end of the log is kept each night, out of reach of whoever has this database.
LOG_ANCHOR_FILE = env_str("LOG_ANCHOR_FILE", "")
LOG_ANCHOR_MAIL = env_list("LOG_ANCHOR_MAIL", [])
LOG_ANCHOR_DATABASE_URL = env_str("LOG_ANCHOR_DATABASE_URL", "")

# --- People ------------------------------------------------------------------------------------------------

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "admin:index"
LOGOUT_REDIRECT_URL = "account_login"
CSRF_FAILURE_VIEW = "accounts.kept_forms.token_refused"

# Whoever may publish or give rights needs a second factor. Off only where everybody who can reach the site is trusted.
SECOND_FACTOR_REQUIRED = env_bool("SECOND_FACTOR_REQUIRED", not DEBUG)
# Authors see and change their own drafts and those that name them; editors, reviewers and auditors see all.
AUTHORS_SEE_OWN_ONLY = env_bool("AUTHORS_SEE_OWN_ONLY", False)
SESSION_IDLE_MINUTES = env_int("SESSION_IDLE_MINUTES", 120, at_least=1)
SESSION_HOURS = env_int("SESSION_HOURS", 12, at_least=1)
SESSION_COOKIE_AGE = SESSION_HOURS * 3600

ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 600
# Wrong passwords: ten a minute from one address, five in five minutes and thirty a day for one account.
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/300s/key,30/d/key"}
MFA_ADAPTER = "accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True  # administrators enter the addresses
MFA_TOTP_TOLERANCE = 1
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG
USERSESSIONS_TRACK_ACTIVITY = False

# --- Language and time -------------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"
TIME_ZONE = env_str("TIME_ZONE", "UTC")
USE_I18N = True
FORMAT_MODULE_PATH = ["config.formats"]
USE_TZ = True

# --- Files -------------------------------------------------------------------------------------------------

STATIC_URL = "static/"
STATIC_ROOT = env_path("STATIC_ROOT", BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "media/"
MEDIA_ROOT = env_path("MEDIA_ROOT", VAR_DIR / "media")
# Without a proxy in front and without `collectstatic`: the web process serves uploads and static files as they lie.
SERVE_FILES = env_bool("SERVE_FILES", DEBUG)
WHITENOISE_USE_FINDERS = SERVE_FILES
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if SERVE_FILES
        else "config.static_files.Storage"
    },
}
# Pages show pictures of our own and from these hosts; no other host learns who reads what.
IMAGE_HOSTS = env_hosts("IMAGE_HOSTS")
IMAGE_MAX_MB = env_int("IMAGE_MAX_MB", 8, at_least=1)
IMPORT_MAX_KB = env_int("IMPORT_MAX_KB", 1024, at_least=1)
IMPORT_FILE_MAX_MB = env_int("IMPORT_FILE_MAX_MB", 50, at_least=1)
# Above every limit of our own, so that what is too long meets a sentence that says so and not a bare refusal.
DATA_UPLOAD_MAX_MEMORY_SIZE = max(2_621_440, 4 * IMPORT_MAX_KB * 1024 + 65_536)

MARKDOWNX_MARKDOWNIFY_FUNCTION = "articles.rendering.body.preview_html"
MARKDOWNX_URLS_PATH = "/admin/markdown/preview/"
MARKDOWNX_UPLOAD_URLS_PATH = "/admin/markdown/upload/"
MARKDOWNX_MEDIA_PATH = "images/"

# --- Safety ------------------------------------------------------------------------------------------------

HTTPS = env_bool("HTTPS", not DEBUG)
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = env_int("HSTS_SECONDS", 31_536_000) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
NINJA_NUM_PROXIES = 0  # who asks is who connects: anybody can write a header
if env_bool("BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    NINJA_NUM_PROXIES = 1
    ALLAUTH_TRUSTED_PROXY_COUNT = 1  # the client's address is the last in X-Forwarded-For
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"

# --- Mail and logs -----------------------------------------------------------------------------------------

EMAIL_BACKEND = env_str(
    "EMAIL_BACKEND",
    "django.core.mail.backends.console.EmailBackend" if DEBUG else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_HOST = env_str("EMAIL_HOST", "localhost")
EMAIL_PORT = env_int("EMAIL_PORT", 25, at_least=1)
EMAIL_HOST_USER = env_str("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = env_str("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = env_bool("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = env_bool("EMAIL_USE_SSL", False)
if EMAIL_USE_TLS and EMAIL_USE_SSL:
    raise ImproperlyConfigured(
        "EMAIL_USE_TLS (port 587) and EMAIL_USE_SSL (port 465) exclude each other: turn one of them off."
    )
if bool(EMAIL_HOST_USER) != bool(EMAIL_HOST_PASSWORD):
    raise ImproperlyConfigured("EMAIL_HOST_USER and EMAIL_HOST_PASSWORD belong together: set both or neither.")
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env_str("DEFAULT_FROM_EMAIL", "newsroom@localhost")

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": env_str("LOG_LEVEL", "INFO")},
}

UNFOLD = {
    "SITE_TITLE": "Citewell",
    "SITE_HEADER": "Citewell",
    "SITE_SUBHEADER": SITE_NAME,
    "SITE_SYMBOL": "fact_check",
    "SITE_FAVICONS": [{"rel": "icon", "type": "image/svg+xml", "href": "articles.newsroom.navigation.icon"}],
    "SITE_URL": "/",
    "SHOW_HISTORY": False,
    "SHOW_VIEW_ON_SITE": True,
    "STYLES": ["articles.newsroom.navigation.frame_style"],
    "SCRIPTS": ["articles.newsroom.navigation.labels_script", "articles.newsroom.navigation.dusk_script"],
    "ACCOUNT": {"navigation": "articles.newsroom.navigation.account"},
    "SIDEBAR": {"navigation": "articles.newsroom.navigation.sidebar"},
    "DASHBOARD_CALLBACK": "articles.newsroom.navigation.dashboard",
    # The green of the public pages; white text on 600 and darker has a contrast of more than 4.5 to 1.
    "COLORS": {
        "primary": {
            "50": "oklch(97.8% .012 205)",
            "100": "oklch(94.5% .026 205)",
            "200": "oklch(89.5% .045 205)",
            "300": "oklch(82% .065 205)",
            "400": "oklch(73% .085 205)",
            "500": "oklch(62% .088 207)",
            "600": "oklch(46% .073 207)",
            "700": "oklch(40% .066 207)",
            "800": "oklch(34% .056 207)",
            "900": "oklch(29% .046 207)",
            "950": "oklch(22% .035 207)",
        }
    },
}
