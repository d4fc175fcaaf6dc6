# Pages of a round.
page-as-of = Judged on what was known on { $day }
page-award = Award
page-counted = { $standing }: { $count }
page-name = Name
page-papers = Papers
page-rests-on = Plan { $plan } · rules { $packs } · facts { $facts }
page-to-mend = To be mended or looked at
page-unit = Unit
page-why = Why
