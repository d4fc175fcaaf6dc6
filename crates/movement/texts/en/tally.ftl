# What came of votes, and why.
because-enough = { $votes } votes ({ $percent }); { $above ->
    [yes] more than { $asked }
   *[no] at least { $asked }
} is asked, { $needed } votes
because-too-few = { $votes } votes ({ $percent }); { $above ->
    [yes] more than { $asked }
   *[no] at least { $asked }
} is asked, { $needed } votes; too few
because-lower = { $votes } votes ({ $percent }) for the lower title; { $above ->
    [yes] more than { $asked }
   *[no] at least { $asked }
} is asked, { $needed } votes
because-nobody = { $asked } of { $base } is { $needed } votes, and only { $voters } may vote: nobody can pass
because-no-quorum = { $present } present, { $needed } are needed: no quorum
because-no-vote = no vote is needed
because-fell-with = { $item } did not pass
because-fell-before = the body that votes before did not propose it
because-waits-for = waits for { $item }
because-others-open = { $open } others are not decided yet, for { $places } places
because-no-place = { $before } others have more votes, and there are { $places } places
because-equal = { $equal } have as many votes, and { $left } places are left: the chair decides
because-equal-unsaid = { $equal } have as many votes, and { $left } places are left; no source says who decides: by the council's own rules, for the chair
because-ruled = { $by } decides: { $reason }
because-ruled-out = the chair chose others
because-not-counted = the votes are not counted yet
because-presence-unknown = it is not written down how many were present
because-contradicted = the numbers of ballots contradict each other
because-no-threshold = no source says how many votes are asked; by the council's own rules

base-members = all members
base-present = those who take part, absent members with a written opinion that counts among them
base-issued = ballots handed out
base-valid = valid ballots

doubt-present = { $present } present, more than the { $members } members
doubt-issued = { $issued } ballots handed out, more than the { $voters } who may vote
doubt-returned = { $returned } ballots came back, more than the { $issued } that were handed out
doubt-more-counted = ballots of all kinds are { $counted }, more than { $most }
doubt-fewer-counted = ballots of all kinds are { $counted }, fewer than the { $returned } that came back
doubt-ballots = { $held } ballots were held, { $most } are allowed; later ones do not count
doubt-own-ballot = { $member } is a member and had a ballot on the own case: there are as many ballots as people present
doubt-own-case = the list that is voted on as one holds the own case of member { $member }: vote on it apart
doubt-no-item = a ballot on something that is not before the body
doubt-no-lower = { $votes } votes for a lower title, and none is named
doubt-no-award = { $award } is not before the body
doubt-circle = these titles wait for each other in a circle: { $awards }
doubt-not-chair = { $by } is not the chair and can't decide
doubt-no-reason = the chair's decision has no reason
doubt-nothing-to-rule = nobody is equal at the last place: there is nothing for the chair to decide
doubt-chosen = { $chosen } are chosen, and { $places } places are left
doubt-help = look at the counting minutes of { $item }
doubt-members = the meeting has { $here } members in this row and { $there } in another
doubt-bodies = one meeting is written down as that of different bodies
doubt-days = one meeting is written down on different days
doubt-body-not-asked = this body need not vote on the award
doubt-not-proposed = votes on somebody who is not proposed
