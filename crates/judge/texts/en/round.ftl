# What a round came to.
outcome-met = met
outcome-not-met = not met
outcome-unknown = unknown
outcome-over-quota = met, over the quota
outcome-tie = equal, the chair decides
outcome-held = held: a case is pending

quota-none = the quota comes to no place at all
quota-over = no place is left: enough others stand before
quota-tie = equal at the last place, the chair decides
quota-preference-open = it is not known whether it goes first among equals
quota-open = it still depends on the results of others

missing-award = the result of { $award } is not known yet

pending-none = No case is pending
pending-discipline = discipline considered since { $from }
pending-inspection = inspected since { $from }
pending-complaint = a complaint since { $from }
pending-denunciation = a denunciation since { $from }
pending-investigation = under investigation since { $from }

circle-of-awards = awards wait for each other in a circle: { $awards }
circle-of-awards-help = take one condition away, so that one award can be judged first
achievement-used-twice = { $subject }: { $file }, line { $line } is used for several awards: { $awards }
achievement-used-twice-help = one achievement is awarded once: choose one award

ask-posthumous = May be given to somebody who died
fact-died = died on { $day }
fact-dead = stands as dead
missing-posthumous = the packs do not say whether it may be given after death

chair-ruled = Who may decide chose between equals
fact-ruling = { $by } chose { $subject } on { $on }: { $reason }
ruling-beyond-places = { $file }, line { $line }: { $subject } ({ $award }): more were chosen than there are places left
ruling-without-tie = { $file }, line { $line }: { $subject } ({ $award }): stands equal to nobody at the last place, the ruling decides nothing
ruling-not-of-chair = { $file }, line { $line }: { $subject } ({ $award }): { $by } chose, who does not chair the council; the ruling decides nothing
ruling-not-of-chair-help = between equals the chair of the council decides (organisation.toml: council.chair): the column by has the id of the chair
ruling-without-tie-help = look at rulings.csv: a choice is made between equals at the last place only, and of no more than there are places

unknown-id = neither packs nor plan know the { $column } “{ $id }”: this row does not count
unknown-id-nearest = Did you mean “{ $near }”?
unknown-id-help = Take an id of `phongtrao rules list` or of the plan.
unknown-criterion-nearest = Did you mean “{ $near }”? The round wants these criteria attested: { $all }.
unknown-criterion-help = The round wants these criteria attested: { $all }.
score-beyond = the score of “{ $indicator }” is { $score }: not from 0 to { $most }
score-beyond-help = Mend the score in this cell; nothing is judged before.

ask-proposed = Proposed by its unit in time
fact-proposed = proposed on { $on }
fact-proposed-let-in = handed in on { $on }, after the round closed on { $closes }; { $by } let it in: { $reason }
fact-proposed-late = handed in on { $on }, after the round closed on { $closes }; it is not written down who let it in and why
not-in-proposals = is not in the list of its unit
no-proposals = its unit handed in no list
missing-proposals = the list of its unit is not there yet
missing-vote = has met and has not voted on this case
best-beside-discipline = rated at the highest level in a year in which discipline was decided ({ $file }, line { $line })
best-beside-discipline-help = Look at both decisions; where both are right, nothing is to be mended.
