# A round made of plan and packs.
round-not-in-plan = the plan has no round { $id }; it has: { $rounds }
round-several = the plan has several rounds; choose one with --round: { $rounds } (or name a day with --as-of on which only one is open)
round-several-open = on { $day } several rounds are open; choose one with --round: { $rounds }
round-none-open = on { $day } no round is open; choose one with --round: { $rounds }
round-no-days = the days of the round are not known: name a day with --as-of, or write closes and counts in plan.toml and school_year in data.toml
round-no-awards = this round has no awards
round-not-checked = not checked, for whoever considers it: { $name } ({ $source })
data-unknown-scope = no rule is made for “{ $word }”
data-unknown-scope-help = The packs have: { $known }
round-vote-of-all = { $name }: { $asked } of all members ({ $source })
round-vote-of-present = { $name }: { $asked } of those present ({ $source })
round-vote-unknown = { $name }: the share is not known; { $doubt } ({ $source })
round-posting = { $name }: at least { $days } working days ({ $source })
round-no-vote = No vote is needed: { $name } ({ $source })
round-vote-of-issued = { $name }: { $asked } of the ballots handed out ({ $source })
round-vote-of-valid = { $name }: { $asked } of the valid ballots ({ $source })
