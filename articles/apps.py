from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "Newsroom"

    def ready(self) -> None:
        from articles import signals
        from articles.models import Notice
        from articles.services import conversation, policies, record_verification
        from articles.services.groups import make_groups
        from articles.services.seals import install_key
        from articles.services.shared_records import articles_on, product_changed, work_changed
        from articles.stored import keeping, triggers
        from citations.models import Citation
        from citations.services import corrections
        from citations.services.status import notices_found
        from products.models import Product
        from products.services import changed_by_hand

        post_migrate.connect(make_groups, sender=self, dispatch_uid="articles.make_groups")
        post_migrate.connect(policies.begin, sender=self, dispatch_uid="articles.first_policies")
        post_migrate.connect(install_key, sender=self, dispatch_uid="articles.install_key")
        post_migrate.connect(triggers.install, sender=self, dispatch_uid="articles.page_triggers")
        record_verification.ALSO.extend((triggers.faults, keeping.faults))
        signals.connect()
        conversation.left.connect(signals.send_notices, sender=Notice, dispatch_uid="articles.send_notices")
        notices_found.connect(signals.sweep_for, sender=Citation, dispatch_uid="articles.sweep_for")
        corrections.USES.append(lambda work: articles_on(work).exists())
        corrections.corrected.connect(work_changed, sender=Citation, dispatch_uid="articles.work_changed")
        changed_by_hand.connect(product_changed, sender=Product, dispatch_uid="articles.product_changed")
