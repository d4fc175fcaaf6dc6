# Facts that a result rests on.
fact-attested = attested by { $by } on { $on }
fact-attribute = { $name }: { $value }
fact-award = { $honour }, { $year } (decision { $decision })
fact-discipline = discipline at the level “{ $level }”, on { $on }
fact-duty-kept = { $name }, due { $due }: kept
fact-duty-missed = { $name }, due { $due }: not kept
fact-duty-open = { $name }, due { $due }: not known yet
fact-expired = “{ $course }”, { $on }: the certificate has run out
fact-initiative = initiative “{ $title }”, recognised at the level “{ $level }”
fact-initiative-waiting = initiative “{ $title }”, not recognised yet
fact-member-not = { $name }: not met
fact-member-open = { $name }: not known yet
fact-not-scored = { $indicator }: not scored yet
fact-rating = { $year }: rated “{ $level }”
fact-record = “{ $kind }”, { $on } { $amount } { $text }
fact-result = “{ $course }”, { $on }: { $mark } points
fact-score = { $indicator }: { $score } points
fact-status = “{ $status }”

# What is missing.
missing-amount = record { $id } has no amount
entered-attestation = attestations.csv, criterion: { $criterion }
missing-attestation = waits for a person to attest “{ $criterion }”
missing-attribute = “{ $name }” is not known
missing-award-year = { $count ->
    [one] 1 award has
   *[other] { $count } awards have
} no year of achievement
missing-column = the column “{ $name }” is one of populations only
missing-days = the round runs until { $day }
missing-duties = the outcome of { $count } duties is not known
missing-duty = the discipline of { $on } does not say whether it is tied to public duty
missing-initiative-of = award { $award } names no initiative that it rested on
missing-level = the level “{ $level }” is not on the scale “{ $scale }”
missing-members = { $count ->
    [one] the result of 1 member is
   *[other] the results of { $count } members are
} not known yet
missing-nobody = nobody belongs to those who count
missing-nothing-due = nothing was due, so there is no share
missing-phase = the days of the phase { $phase } are not known
missing-plan-period = the plan does not state its period
missing-rating = no rating for { $year } yet
missing-recognition = waits for recognition of the initiative “{ $title }”
missing-records = no “{ $kind }” yet
missing-result = no result of “{ $course }” yet
missing-score = { $indicator } is not scored yet
missing-status = no statuses are known, so the time “{ $status }” can't be counted
missing-status-begins = the first day of “{ $status }” is not known
missing-title = the plan has no award { $award } in this round
missing-verification = { $count } of “{ $kind }” wait for their proof to be looked at
missing-year-begins = the day on which the year begins is not known (data.toml)
missing-own-scale = the scale “{ $scale }” is not applied to “{ $category }” by itself; a rating on their own scale is needed
missing-merged = the units that were merged into it differ; a result of its own is needed
fact-restart = disciplined until { $ends }: time over several years counts anew after that day ({ $source })
missing-discipline-end = until when the discipline of { $on } stands is not written; time counts anew from there
fact-award-no-basis = { $award }: no basis ({ $source })
fact-initiative-used = initiative “{ $title }”: used for { $honour } before
fact-member-is = { $name }: is one of them
fact-used-up = { $honour } was given for what was achieved until { $until }: nothing up to that day counts again ({ $source })
missing-award-after = { $award }: it is not known whether it came after that award
missing-award-when = { $honour } ({ $file }, line { $line }) has neither a year, a period nor a date
