from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Articles"

    def ready(self) -> None:
        from articles import signals
        from articles.services.groups import make_groups
        from articles.services.seals import install_key
        from citations.models import Citation
        from citations.services.status import notices_found

        post_migrate.connect(make_groups, sender=self, dispatch_uid="articles.make_groups")
        post_migrate.connect(install_key, sender=self, dispatch_uid="articles.install_key")
        signals.connect()
        notices_found.connect(signals.sweep_for, sender=Citation, dispatch_uid="articles.sweep_for")
