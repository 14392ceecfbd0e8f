"""Words by which the parts of a news page are told apart. Closed lists; what grows is in the lexicons."""

AGENCIES = frozenset(
    {
        *("ap", "afp", "reuters", "thomson reuters foundation", "upi", "xinhua", "cnn", "cnn money", "bbc", "bbc news"),
        *("irin", "tass", "itar-tass", "ria novosti", "interfax", "dpa", "efe", "ansa", "ani", "pti", "ians", "kuna"),
        *("spa", "wam", "sana", "irna", "bloomberg", "bloomberg news", "kyodo", "yonhap", "anadolu", "anadolu agency"),
        *("aa", "voa", "voa news", "rfe/rl", "nna", "mena", "pna", "app", "associated press", "the associated press"),
        *("agence france-presse", "cbs", "cbs news", "nbc", "nbc news", "abc", "abc news", "al jazeera", "ips", "cns"),
        *("press association", "pa", "bernama", "antara", "aap", "cp", "canadian press", "the canadian press", "rns"),
        *("united press international", "new york times", "washington post", "mcclatchy", "alertnet", "afx", "bss"),
        *("inter press service", "misna", "prensa latina", "ukrinform", "unian", "belta", "azertac", "trend", "ina"),
        *("maan", "ma'an", "wafa", "petra", "kcna", "fars", "tasnim", "press tv", "rt", "sputnik", "jta", "ndtv"),
        *("thomson reuters", "dow jones", "unb", "gna", "nan", "kna", "lusa", "anp", "belga", "aki", "stratfor"),
    }
)
# Capitals before a dash or a colon that are no places.
LABELS = frozenset(
    {
        *("nato", "unicef", "unesco", "unhcr", "isis", "isil", "hamas", "opec", "asean", "ecowas", "osce", "interpol"),
        *("breaking", "breaking news", "update", "updated", "exclusive", "analysis", "watch", "live", "opinion"),
        *("video", "photos", "photo", "read", "more", "note", "editor's note", "correction", "fact box", "factbox"),
        *("timeline", "profile", "q&a", "interview", "special report", "feature", "comment", "editorial", "headlines"),
        *("warning", "alert", "urgent", "flash", "summary", "key points", "listen", "related", "also read", "file"),
        *("recap", "newsmaker", "explainer", "insight", "wrapup", "refile", "clarification", "developing", "embargoed"),
    }
)
CREDIT_VERBS = (
    "reporting",
    "writing",
    "editing",
    "compiled",
    "written",
    "edited",
    "reported",
    "translated",
    "production",
)
ROLE_WORDS = frozenset(
    {
        *(
            "correspondent",
            "correspondents",
            "reporter",
            "reporters",
            "editor",
            "editors",
            "writer",
            "writers",
            "staff",
        ),
        *("agencies", "agency", "bureau", "desk", "news", "newsroom", "columnist", "contributor", "special", "chief"),
        *("senior", "foreign", "political", "diplomatic", "defence", "defense", "security", "world", "affairs", "our"),
        *(
            "own",
            "a",
            "an",
            "journalist",
            "analyst",
            "freelance",
            "team",
            "service",
            "online",
            "press",
            "media",
            "wire",
        ),
        *(
            "international",
            "national",
            "regional",
            "africa",
            "asia",
            "middle",
            "east",
            "europe",
            "associated",
            "deputy",
        ),
    }
)
# The words of a role that show by themselves that the line is a byline.
ROLE_HEADS = frozenset(
    {
        *("correspondent", "correspondents", "reporter", "reporters", "editor", "editors", "writer", "writers"),
        *("agencies", "columnist", "journalist", "desk", "newsroom", "bureau"),
    }
)
NAME_PARTICLES = frozenset(
    {
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "van",
        "von",
        "der",
        "den",
        "al",
        "el",
        "bin",
        "ben",
    }
    | {"ibn", "abu", "ter", "ten", "y", "e", "st", "st.", "ul", "ur", "ud", "as", "ash"}
)
JOINING_WORDS = frozenset({"and", "in", "for", "at", "of", "the", "with", "from", "by", "near", "on", "to", "&", "|"})
NOT_NAMES = frozenset(
    {
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march"),
        *("april", "may", "june", "july", "august", "september", "october", "november", "december", "early", "late"),
        *(
            "then",
            "now",
            "contrast",
            "comparison",
            "midday",
            "noon",
            "night",
            "dawn",
            "dusk",
            "nightfall",
            "and",
            "the",
        ),
        *("all", "any", "some", "most", "its", "his", "her", "their", "this", "that", "these", "those", "my", "your"),
        *("christmas", "easter", "ramadan", "law", "far", "mid", "mid-morning", "mid-afternoon", "sunrise", "sunset"),
        *(
            "spring",
            "summer",
            "autumn",
            "fall",
            "winter",
            "way",
            "one",
            "two",
            "three",
            "default",
            "popular",
            "invitation",
        ),
    }
)
SHARING_WORDS = frozenset(
    {
        *(
            "share",
            "shares",
            "shared",
            "tweet",
            "tweets",
            "facebook",
            "twitter",
            "whatsapp",
            "email",
            "e-mail",
            "print",
        ),
        *("linkedin", "pinterest", "reddit", "telegram", "tumblr", "google", "google+", "messenger", "copy", "link"),
        *("save", "comments", "comment", "instagram", "youtube", "flipboard", "pocket", "viber", "mastodon", "bluesky"),
        *("threads", "digg", "stumbleupon", "delicious", "skype", "vk", "line", "x", "this", "on", "via", "article"),
        *("story", "page", "more", "options", "follow", "us", "like", "pin", "send", "bookmark", "a", "to", "friend"),
    }
)
# At least one of these has to be there: "Share this story" but not "More on Google".
SHARING_HEADS = frozenset(
    {
        *(
            "share",
            "shares",
            "tweet",
            "tweets",
            "facebook",
            "twitter",
            "whatsapp",
            "email",
            "e-mail",
            "print",
            "linkedin",
        ),
        *("pinterest", "reddit", "telegram", "bookmark", "flipboard", "stumbleupon", "digg", "comments", "copy"),
    }
)
RELATED_HEADINGS = frozenset(
    {
        *("related", "related stories", "related articles", "related news", "related content", "related links"),
        *("related topics", "related coverage", "related reading", "read more", "read also", "also read", "see also"),
        *(
            "more on this story",
            "more from this section",
            "more stories",
            "more news",
            "more like this",
            "more on this",
        ),
        *("most read", "most popular", "most viewed", "most shared", "top stories", "trending", "trending now"),
        *("you may also like", "you might also like", "recommended", "recommended for you", "recommended stories"),
        *("don't miss", "editor's picks", "editors' picks", "latest news", "latest stories", "in pictures", "popular"),
        *("up next", "from around the web", "elsewhere on the web", "further reading", "what to read next", "tags"),
    }
)
# Before a colon or a bar, with a title behind it on the same line.
RELATED_LABELS = frozenset(
    {
        *(
            "related",
            "read more",
            "read",
            "see also",
            "also read",
            "read also",
            "more",
            "watch",
            "listen",
            "recommended",
        ),
        *(
            "related story",
            "related article",
            "related stories",
            "don't miss",
            "must read",
            "see more",
            "tags",
            "topics",
        ),
        *("filed under", "view gallery", "in pictures", "keywords", "category", "categories", "posted in", "sections"),
    }
)
