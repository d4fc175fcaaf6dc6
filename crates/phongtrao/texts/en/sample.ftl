sample-about = Makes invented data: a data folder (--data), or a population as columns (Parquet)
sample-people-help = Number of people
sample-seed-help = Seed: the same number gives the same data, byte for byte, on every machine
sample-out-help = The data folder, or the .parquet file
sample-kind-help = Which organisation
sample-population-help = Only a population as columns: ten indicators (flat), or months, titles, ratings (deep)
sample-units-help = Also write the units of the population (communes, provinces, country) to this CSV file, for roll-ups
sample-written = Written: { $file }
