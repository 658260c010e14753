"""The commonest small words of some languages, and the letters that few others use, for telling languages apart.

Written down from what a grammar of each language lists: articles, prepositions, conjunctions, pronouns, auxiliaries.
What English has too stands in both.
"""

from __future__ import annotations

from collections.abc import Iterable

_ENGLISH = """the of and to in is are was were be been being that this these those it its with for on as by from at
    or an a not but have has had which who whom whose when where while what how why they their them there
    he she his her him we our us you your i my me do does did can could may might will would should must
    than then if because so such more most some any each other into about after before between during
    through over under also only very both no nor all many much few one up out off own same just too here
    again until against cannot don't isn't it's that's can't doesn't you're i'm let every another without
    within whether"""
ENGLISH = frozenset(_ENGLISH.split())
"""The small words of English."""

_LISTED = {
    "de": """der die das den dem des ein eine einen einem einer eines und oder aber nicht kein keine ist sind war
    waren wird werden wurde wurden hat haben hatte kann können soll sollte muss mit von vom zu zum zur für auf aus
    bei beim nach vor über unter durch gegen ohne zwischen weil dass wenn als wie auch noch nur schon sehr mehr sich
    ich du er sie es wir ihr mein ihre seine diese dieser dieses jede jeder man im ins am um bis seit während warum
    wo wann wer was niemand etwas nichts alle viele viel so selbst jene bevor mir mich dir ihm ihn ihnen uns euch
    denn doch damit dort hier jetzt nie immer vielleicht also unser unsere ab""",
    "fr": """le la les l' un une des du de d' au aux et ou mais ne n' pas plus que qu' qui quoi dont où est sont
    était sera être a ont avait avoir peut peuvent il elle ils elles on nous vous je j' tu se s' ce c' cet cette ces
    son sa ses leur leurs mon ma mes m' votre vos notre dans en sur sous pour par avec sans chez entre vers depuis
    avant après pendant comme si car très aussi bien moins même tout tous toute toutes y personne rien souvent
    toujours jamais peu beaucoup encore déjà ici là soi lui celui celle ceux celles chaque autre autres plusieurs
    quelques pourquoi comment quand parce lorsque afin ainsi donc""",
    "es": """el la los las un una unos unas de del al y e o u pero no que quien quienes cual donde cuando como es
    son era está están ser fue ha han había puede pueden hay se le les lo me te nos su sus mi mis tu este esta estos
    estas ese esa en con por para sin sobre entre desde hasta hacia durante antes después según porque si más muy
    también ya todavía cada todo todos otra otro otros ni sólo solo nadie nada algo poco menos mucho muchos mucha
    muchas tan así aquí allí dijo dónde qué cómo quizá eso aquel aquella nuestro nuestra siempre nunca""",
    "it": """il lo la i gli le l' un un' uno una di d' del dello della dei degli delle dell' al allo alla ai agli
    alle all' dal dalla dai dalle nel nella nei nelle nell' nello sul sulla sui sulle col e ed o ma non che chi cui
    è sono era erano ha hanno può possono essere si mi ti ci ne se suo sua suoi mio questo questa questi queste
    quello quelli in con su per tra fra da senza sotto dopo prima durante perché come anche più molto ogni così
    quando quasi tutti tutte tutto nessuno niente nulla meno sempre mai forse poi già ancora solo qui dove nostro
    vostro loro noi voi lui lei io tu chiunque alcuni alcune altri altro altra altre molti molte insieme""",
    "pt": """o a os as um uma uns umas de do da dos das no na nos nas ao aos à às pelo pela e ou mas não que quem
    qual onde quando como é são era foi está estão ser tem têm há pode podem se lhe me eu ele ela eles elas seu sua
    seus suas meu minha este esta estes estas isso em com por para sem sobre entre desde até antes depois durante
    porque mais muito também já ainda cada todo todos outra outro nem aqueles ninguém nada algo tudo pouco menos
    muitos muita muitas tão assim aqui ali sempre nunca talvez nós vos nosso nossa dele dela foram pelos pelas num
    numa quase""",
    "nl": """de het een en of maar niet geen is zijn was waren wordt worden werd heeft hebben had kan kunnen moet
    moeten mag mogen zal zou van in op aan uit bij met voor door naar over onder tegen zonder tussen tot na om te
    dat die dit deze wat wie waar wanneer hoe waarom als dan omdat ook nog al alleen zeer meer ik je jij u hij ze
    zij wij we ons uw mijn er zich elke elk andere veel vaak niemand niets iets alles allen meeste dus toch zo
    binnen totdat hun haar hem jullie onze daar hier altijd nooit misschien sinds tijdens zelf samen waarin""",
    "pl": """i w we z ze na do od po za przez przed przy dla bez pod nad między oraz a ale lub albo nie jest są
    był była było były być może mogą ma mają się to ten ta te tego tej tym tych który która które których którzy że
    jak gdy kiedy jeśli bo ponieważ czy co kto on ona oni go jej ich jego mu mi mnie mój już jeszcze tylko także
    również bardzo bardziej więcej mniej niż tak każdy każdym nikt nic ktoś coś wszystko wszyscy wiele wielu tu tam
    zawsze nigdy dlaczego gdzie nas was nasz one sam sama zanim podczas przeciw według około""",
    "tr": """ve veya ya da de ile için bir bu şu o ne değil var yok çok daha en gibi kadar göre sonra önce ama
    ancak fakat çünkü ki ise hem her mi mı mu olan olarak olduğu oldu olur eder eden diye bana sana ona bunu bunlar
    onlar biz siz ben sen kendi bazı tüm bütün birçok hiç hiçbir sadece yalnızca üzere karşı rağmen boyunca içinde
    arasında üzerinde altında iki nasıl neden henüz kimse şey bazen asla belki böyle şöyle nerede çoğu diğer
    birlikte dolayı beri dek değildir vardır""",
    "sv": """och i på av att det den de en ett som är var har hade inte för med till från om vid mot under över
    efter före innan mellan utan kan kunde ska skulle måste får bli blir blev vi han hon jag du ni dem sig sin sitt
    sina min mitt din denna detta dessa men eller när där hur vad vem varför eftersom också även bara mycket mer
    mest mindre än många alla inga ingen ingenting någon varje andra så här något några allt alltid aldrig kanske
    själv själva oss er vår vårt våra deras hans hennes inom medan""",
    "da": """og i på af at det den de en et som er var har havde ikke for med til fra om ved mod under over efter
    før mellem uden kan kunne skal skulle må bliver blev blive vi han hun jeg du dem sig sin sit sine min dit denne
    dette disse men eller når hvor hvordan hvad hvem hvorfor fordi også kun meget mere mest mindre end mange alle
    ingen noget nogle hver anden andre der""",
    "no": """og i på av å at det den de en et ei som er var har hadde ikke for med til fra om ved mot under over
    etter før mellom uten kan kunne skal skulle må blir ble bli vi han hun jeg du dere dem seg sin sitt sine min
    ditt denne dette disse men eller når hvor hvordan hva hvem hvorfor fordi også bare mye mer mest mindre enn mange
    alle ingen noe noen hver annen andre der""",
    "fi": """ja on ei oli ovat olivat ole olla että se ne hän he minä sinä me te joka jotka mikä mitä kuka kun jos
    koska vai tai mutta myös vain niin kuin kanssa ilman ennen jälkeen aikana mukaan vastaan välillä voi voivat
    voisi pitää tulee tämä tämän tätä nämä sen siitä hyvin enemmän vähemmän paljon monet monien kaikki jo vielä
    eivät""",
    "cs": """a i v ve z ze s se k ke na do od po za pro při před přes mezi bez pod nad o u ale nebo ani ne není je
    jsou byl byla bylo byli být může mohou má mají si to ten ta tento tato který která které kteří že jak když pokud
    protože než co kdo on ona jeho její jejich mu mi můj už ještě jen také velmi více méně každý každé""",
    "ro": """și în la de pe cu din dintre pentru prin fără sub peste între după înainte sau dar nu este sunt era
    fost are au avea poate pot fi se îi le își o un unei unui unor care ce cine când cum unde că să dacă deoarece
    mai foarte doar acest această acești aceste cel cea cei cele lui ei lor meu mea el ea""",
    "hu": """a az és vagy de nem is van volt vannak lehet hogy ha mert mint amely amelyek aki akik ami ez ezek
    azok egy meg már még csak nagyon több kevesebb minden más után előtt alatt között nélkül ellen szerint én te ő
    mi ti ők azt ezt ezért akkor amikor hol hogyan miért sem se kell lesz""",
    "id": """dan atau tetapi tidak bukan adalah ialah yang di ke dari pada dengan untuk oleh dalam antara tanpa
    sebelum sesudah setelah selama karena jika kalau ketika bahwa seperti ini itu dapat bisa harus akan telah sudah
    belum lebih sangat juga hanya saya kamu anda dia mereka kita kami ada banyak semua setiap""",
    "vi": """và của là có không cho với được các những này đó khi để từ một như trong trên ra vào bị rất nhiều ít hơn
    nhưng hoặc nếu thì vì sau trước đã sẽ đang cũng chỉ người tôi bạn họ chúng""",
    "ru": """и в во не на я с со что он она оно они как это по но к из у за от до о об для же бы был была было
    были так его её их ей ему им мне мой мы вы если или при без над под через перед после между когда где кто
    который которая которые чем потому тем то уже ещё только очень может быть нет да ли эту этот эта себя сам одна
    другая""",
    "uk": """і й в у не на я з із зі що він вона воно вони як це по але до від за для про та або якщо при без над
    під через перед після між коли де хто який яка які чи вже ще тільки дуже може бути немає його її їх ми ви цей ця""",
    "ar": """في من على إلى عن مع هذا هذه ذلك تلك التي الذي الذين أن إن أو ثم لا لم لن ما هل قد كان كانت يكون هو هي
    هم كل بعض بين قبل بعد عند عندما لأن لأنه حتى أكثر أقل غير كما لكن ليس كثير أحد أي منذ وهي وهو""",
    "fa": """و در به از که این آن را با برای است بود شد می نمی یک تا بر هم یا اگر اما نیز هر ما شما آنها کند کنند
    شود شوند دارد دارند باید چه چرا وقتی زیرا پیش پس بیشتر بسیار خود""",
}  # fmt: skip

LANGUAGES = tuple(_LISTED)
"""Their codes. Where two have the same count, the first is named."""
_PARTICLES = "de d' du des au aux à la l' del della dello dei di al alla da do dos das van von der den ten ter zu zum"
PARTICLES = frozenset(_PARTICLES.split())
"""Small words that stand in names of people, places and dishes."""
_LETTERS = {
    "de": "ßäöü", "pt": "ãõç", "es": "ñ", "pl": "ąęłńśźż", "tr": "ğışçöü", "sv": "åäö", "fi": "äö", "da": "åæø",
    "no": "åæø", "cs": "řěů", "ro": "ășț", "hu": "őűöü",
    "vi": "ạảấầẩậắằặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđươ",
    "ru": "ыэёъ", "uk": "іїєґ", "fa": "پچژگ",
}  # fmt: skip
"""Letters that many words of a language have, and few of English or of the other languages in that script."""


def _languages_by(rows: Iterable[tuple[str, Iterable[str]]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for code, marks in rows:
        for mark in dict.fromkeys(marks):
            found[mark] = (*found.get(mark, ()), code)
    return found


BY_WORD = _languages_by((code, words.split()) for code, words in _LISTED.items())
"""The languages that have a small word."""
BY_LETTER = _languages_by(_LETTERS.items())
"""The languages that a letter speaks for."""

NAMES = {
    "en": "English", "de": "German", "fr": "French", "es": "Spanish", "it": "Italian", "pt": "Portuguese",
    "nl": "Dutch", "pl": "Polish", "tr": "Turkish", "sv": "Swedish", "da": "Danish", "no": "Norwegian",
    "fi": "Finnish", "cs": "Czech", "ro": "Romanian", "hu": "Hungarian", "id": "Indonesian", "vi": "Vietnamese",
    "ru": "Russian",
    "uk": "Ukrainian", "ar": "Arabic", "fa": "Persian", "zh": "Chinese", "ja": "Japanese", "ko": "Korean",
    "el": "Greek", "he": "Hebrew", "th": "Thai", "und-Cyrl": "Cyrillic letters", "und-Arab": "Arabic letters",
    "und-Deva": "Devanagari letters",
}  # fmt: skip
"""What people call each language that can be told, or the letters where only these can."""
