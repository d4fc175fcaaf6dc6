# Reasons of a result.
reason-label = { $label }
reason-all = All of the conditions
reason-any = At least one of the conditions
reason-none = None of these
reason-at-least = At least { $least } of { $of } conditions
reason-waits = waits for facts or for the opinion of the competent body

asked-least = at least { $least }
asked-most = at most { $most }
asked-between = from { $least } to { $most }
asked-least-share = at least { $least }%
asked-most-share = at most { $most }%
asked-between-shares = from { $least }% to { $most }%

ask-yes = A record “{ $of }”
ask-attested = Attested: { $of }
ask-rating = Rated “{ $least }” or better, { $years ->
    [one] 1 year
   *[other] { $years } years
} running
ask-held = Holds { $of }, { $times ->
    [one] once
   *[other] { $times } times
}
ask-title = Result of { $award } in this round
ask-undisciplined = No discipline at “{ $level }” or above
ask-ratings = Years rated “{ $least }” or better among the last { $years }
ask-initiatives = Initiatives recognised at “{ $level }” or above that were not used before
ask-initiative = An initiative recognised at “{ $level }” or above that was not used before
ask-attribute = { $name } is { $values }
ask-column = Column { $name }
ask-count = Records “{ $of }”
ask-sum = Sum of “{ $of }”
ask-mean = Mean of “{ $of }”
ask-last = Last “{ $of }”
ask-least = Least “{ $of }”
ask-greatest = Greatest “{ $of }”
ask-tasks = Tasks
ask-reports = Reports
ask-attendance = Sessions attended
ask-result = Mark of { $of }
ask-score = Score of “{ $of }”
ask-members = Members who meet it
ask-members-share = Share of members who meet it (%)
ask-units = Lower units that meet it
ask-units-share = Share of lower units that meet it (%)
ask-service = Months of “{ $of }”
ask-fixed = A constant
ask-bands = Points by band
ask-ratio = Points in proportion to the target
ask-if = Points where it is met
ask-total = Total
ask-mean-of = Mean
ask-least-of = Least of them
ask-greatest-of = Greatest of them
ask-run = Longest row that reaches the limit
ask-set = Total of “{ $of }”
ask-set-least = Least indicator of “{ $of }”

missing-limit = no limit is stated for “{ $value }”
missing-set = no pack has the criteria set “{ $set }”
missing-sense = this condition can not be judged

verdict-met = met
verdict-not-met = not met
verdict-unknown = unknown
verdict-is-case = is such a case
verdict-no-case = no such case
verdict-true = true
verdict-false = not true
amount-known = { $number }
amount-between = { $least } to { $most }
amount-open = { $least } or more
reason-source = source: { $source }
reason-place = { $file }, line { $line }
reason-missing = missing: { $words }
reason-period = { $from } – { $to }
reason-subject = { $name } ({ $id })
reason-outcome = Result: { $outcome }

earliest-year = Possible in { $year } at the earliest, if every year from this one on is rated highest, has an initiative and no discipline, and all else is met
earliest-open = Possible in { $year } at the earliest, depending on what is not known of the years before
earliest-never = Not possible within the next { $years } years, however good they are

reason-still = Still needed:
step-unwanted = not one of the cases: { $condition }

compile-too-deep = rules stand within rules too deeply
compile-too-many = too many parts are counted at once
compile-of-nothing = a mean, a least or a greatest of nothing
compile-bands = the bands do not rise
compile-target = a target must be above zero
compile-shape = the column “{ $column }” holds another kind of values than the rule needs
