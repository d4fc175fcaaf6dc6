points-off-total = The items add up to { $sum } points, and the heading says { $total }
points-off-total-help = Mend the points of an item, or the total.
