# phongtrao whatif
whatif-about = Tries a limit, a quota or another plan before it is signed: who gains, who loses, what it costs
whatif-set-help = Change a limit: criterion.ID.min=85, award.ID.percent=20; a range: criterion.ID.min=70..90:5
whatif-against-help = Compare with this plan
whatif-packs-help = Compare with the packs in this folder
whatif-format-help = How it is drawn: table, CSV, annex for the draft plan
whatif-not-a-setting = not understood: { $setting }; write it like criterion.ID.min=85
whatif-no-place = there is no place { $place }: write criterion.ID.min, criterion.ID.max, award.ID.percent, award.ID.most or award.ID.least
whatif-no-such-id = this round has no criterion or award of { $place }
whatif-no-limit = { $place } has no such limit or quota to change
whatif-no-value = { $value } is no number
whatif-title = What if { $settings }
whatif-met = { $before } → { $after } met
whatif-overflow = { $within } { $met } meet the conditions, { $places } places
whatif-cost = Bonus money: { $before } → { $after }
whatif-cost-unknown = No amount is stated for { $before } → { $after } awards
whatif-curve = By { $place }:
whatif-columns = Award;Before;After;Gain;Lose
