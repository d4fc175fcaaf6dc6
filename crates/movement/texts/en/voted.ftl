# Votes as conditions of an award.
ask-vote-of-all = { $name }: { $asked } of all members
ask-vote-of-present = { $name }: { $asked } of those present
ask-vote-of-issued = { $name }: { $asked } of the ballots handed out
ask-vote-of-valid = { $name }: { $asked } of the valid ballots
ask-vote-of-unit = votes of the unit's meeting
ask-vote-of-council = votes of the council
ask-quorum = { $name }: at least { $least } of all members present
ask-posting = { $name }: at least { $days } working days
fact-vote = on { $on }: { $agreed } votes for, { $members } members, { $present } present
fact-posted = posted on { $posted }, met on { $met }
missing-posting = meet again, on { $first } at the earliest
