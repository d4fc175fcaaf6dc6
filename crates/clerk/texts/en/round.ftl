# What became of a round, and the folders of papers.
folder-books = Spreadsheets
folder-council = The council
folder-decision = The decision
folder-plan = The plan
folder-recognition = Recognition
folder-report = Report and statistics
folder-notices = Notices to units
folder-unit = Dossier of { $unit }
standing-awaits-chair = the chair decides
standing-open = not decided: waits for facts or an opinion
standing-awaits-vote = waits for the meeting and its votes
standing-chosen = all is met; in the draft of the decision
standing-not-met = conditions not met
standing-not-voted = not enough votes
standing-over-quota = conditions met, but no room
unit-unsigned = Nobody is named who signs for { $unit }, so its dossier was not made
unit-unsigned-help = Write [units.{ $id }] in organisation.toml: symbol and head (capacity, name of who signs).
minutes-uncounted = No minutes of the meeting of { $unit } ({ $meeting }) are made: the votes on somebody cannot be counted
minutes-uncounted-help = Write all numbers of ballots into the table meetings; where no rule says what share of votes a unit needs, write it into a pack of your own (--packs).
awards-without-form = No statistics are made: the plan does not say which awards are titles, commendations, recognitions or praise
awards-without-form-help = Write the form of each [[award]] of the plan: title, commendation, recognition or praise.
recognition-unmeasured = No self-assessment for “{ $award }” is made: the plan names no criteria
recognition-unmeasured-help = Write the criteria of the [[award]] with the id “{ $id }”.
council-day = The day on which { $council } meets is not known, so invitation, roll, ballots and minutes were not made
council-open = { $council } has not voted on { $number ->
    [one] one nominee
   *[other] { $number } nominees
}, and the day of its next meeting is not known
council-day-help = Write the meeting into the table sittings: its id, body council, the day; with hour and place the invitation can be made too.
council-unwritten = The meeting “{ $meeting }” has votes, but nobody wrote down when and where it was: no minutes of it are made
council-unwritten-help = Write the meeting “{ $meeting }” into the table sittings: body council, its day, hour and place.
award-of-another = Not in the draft decision: “{ $award }”, on which by the plan “{ $body }” decides
award-of-another-help = If that is another body, send it the file; if it is your own head, write it in the plan as it stands above the signature.
bonus-unknown = The bonus of { $number } cases in the decision is not known
bonus-unknown-help = No source states it, or only the greatest amount: write your own amount into a pack of your own (--packs); these cases do not stand in the list of bonuses.
signed-award = The table signed names “{ $award }”, which the plan does not have or which is not decided here: left out
signed-award-help = Write the id of the award as in the plan by which it was signed.
signed-left-out = { $number } now meet all conditions and stand in no signed decision: { $names }
signed-left-out-help = The list stays as it was signed. To award more, sign another decision and write it into the table signed.
signed-numbers = The table signed has several numbers or days for one decision of the round “{ $round }”: the first is used
signed-numbers-help = Write the same number and day into all rows of a decision.
signed-otherwise = { $number } in the signed decision would be judged otherwise by what is now known: { $names }
signed-otherwise-help = The list stays as it was signed. Look at the data; what must change needs a decision that amends or revokes, and then the table signed.
signed-reason = stands in the signed decision
award-of-no-form = “{ $award }” is said to be neither title, commendation, recognition nor praise: no decision has it
award-of-no-form-help = Write form into its [[award]] in the plan: title, commendation, recognition or praise.
folder-upward = To the body that decides
