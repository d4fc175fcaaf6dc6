symbol-not-of-kind = Ký hiệu “{ $symbol }” không phải của { $kind }
symbol-not-of-kind-help = Ký hiệu đúng: “{ $right }”.
