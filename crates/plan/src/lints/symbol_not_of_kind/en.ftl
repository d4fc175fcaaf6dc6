symbol-not-of-kind = The symbol “{ $symbol }” is not that of “{ $kind }”
symbol-not-of-kind-help = The right symbol: “{ $right }”.
