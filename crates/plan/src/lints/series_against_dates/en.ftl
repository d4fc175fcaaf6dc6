series-against-dates = Numbers and dates run against each other: { $number } of { $date }, { $other } of { $otherdate }
series-against-dates-help = Within a year the greater number comes later. Hold both against the documents and mend number or date.
