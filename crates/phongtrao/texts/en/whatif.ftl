# phongtrao whatif
whatif-about = Tries a limit, a quota or another plan before it is signed: who gains, who loses, what it costs
whatif-set-help = Change a limit: criterion.ID.min=85, award.ID.percent=20; a range: criterion.ID.min=70..90:5
whatif-format-help = How it is drawn: table, CSV, annex for the draft plan
whatif-not-a-setting = not understood: { $setting }; write it like criterion.ID.min=85
whatif-no-place = there is no place { $place }: write criterion.ID.min, criterion.ID.max, award.ID.percent, award.ID.most or award.ID.least
whatif-no-limit = { $place } has no such limit or quota to change
whatif-cost-unknown = No amount is stated for { $before } → { $after } awards
whatif-cost-at-most = Of these, reckoned with the greatest amount that may be given: { $before } → { $after } awards
whatif-curve = By { $place }:
whatif-against-help = Compare with this plan
whatif-against-packs-help = Compare with the organisation's packs in this folder, in the place of those of --packs
whatif-threads-help = How many threads try the values of a range; all cores where it is left out. The results do not depend on it
whatif-no-value = { $value } is no number
whatif-no-percentage = { $value } is no percentage: write a number from 0 to 100
whatif-no-level = the scale { $scale } has no level { $value }; it has: { $levels }
whatif-no-range = { $value } is no range: write the smaller number first, with at most 1000 steps, like 70..90:5
whatif-no-such-id = this round has no criterion or award of { $place }; it has: { $ids }
whatif-no-such-id-nearest = this round has no criterion or award of { $place }; is { $near } meant?
whatif-title = What if
whatif-setting = { $name } ({ $place }): { $now } → { $value }
whatif-met = { $before } → { $after } met ({ $gains } gain, { $losses } lose)
whatif-open = not decided { $before } → { $after }
whatif-not-concerned = not concerned
whatif-lines = Units that cross a line
whatif-overflows = Where more meet the conditions than there are places
whatif-nothing = None.
whatif-cost = Bonus money: { $before } → { $after } đồng ({ $more })
whatif-money = { $money } đồng
whatif-flat = No award changes in this range.
whatif-annex = Annex: what the change is expected to do
whatif-columns-heading = Numbers
whatif-columns = Award;Before;After;Gain;Lose;Not decided
whatif-names = Who gains, who loses
whatif-name-columns = Name;Id;Award;Result
whatif-line-columns = Unit;Award;Result;Line
whatif-overflow-columns = Award;Unit or block;Before;After
whatif-cost-heading = Cost
