blank-left-open = A blank has not been filled: “{ $blank }”
blank-left-open-help = Fill in the number, date or name before the text is signed.
