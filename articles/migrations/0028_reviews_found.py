from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("articles", "0027_pictures_of_imports"),
    ]

    operations = [
        migrations.AddField(
            model_name="foundarticle",
            name="reviewed_on",
            field=models.CharField(
                db_default="",
                default="",
                help_text="Day of a medical review by somebody named, as YYYY-MM-DD.",
                max_length=10,
            ),
        ),
        migrations.AddField(
            model_name="foundarticle",
            name="next_review",
            field=models.CharField(db_default="", default="", help_text="Day that it is due.", max_length=10),
        ),
        migrations.AddIndex(
            model_name="foundarticle",
            index=models.Index(fields=["reviewed_on", "next_review"], name="foundarticle_reviews"),
        ),
    ]
