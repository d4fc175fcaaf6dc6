numbering-jump = “{ $label }” stands here without the one before it
numbering-jump-help = Number anew, or add the missing part; then look at references to it.
