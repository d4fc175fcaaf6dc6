too-deep = Parts nest deeper than { $limit }; what lies deeper was read as plain text.
too-large = The file has more than { $megabytes } megabytes; what comes after was not read.
