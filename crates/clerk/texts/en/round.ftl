# What became of a round, and the folders of papers.
folder-books = Spreadsheets
folder-council = The council
folder-decision = The decision
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
council-day = The day on which { $council } meets is not known, so invitation, roll, ballots and minutes were not made
council-day-help = Write the meeting into the table sittings: its id, body council, the day; with hour and place the invitation can be made too.
bonus-unknown = The bonus of { $number } cases in the decision is not known
bonus-unknown-help = No source states it, or only the greatest amount: write your own amount into a pack of your own (--packs); these cases do not stand in the list of bonuses.
