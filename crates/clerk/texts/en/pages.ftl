# Pages of a round.
page-as-of = Judged on what was known on { $day }
page-asked = Conditions
page-award = Award
page-counted = { $standing }: { $count }
page-name = Name
page-no-papers = Its papers are written in prescribed booklets; this program neither makes nor keeps them.
page-papers = Papers
page-rests-on = Plan { $plan } · rules { $packs } · facts { $facts }
page-step = Step
page-steps = Steps and dates
page-to-mend = To be mended or looked at
page-unit = Unit
page-why = Why
page-within = By when
page-part = Page { $at } of { $of }
page-before = ‹ Previous
page-after = Next ›
