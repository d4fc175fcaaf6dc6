# Results of meetings in the data folder.
meeting-row = look at { $file }, line { $line }
