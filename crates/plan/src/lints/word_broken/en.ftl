word-broken = The file has lost letters (words that are hurt: { $count })
word-broken-help = Compare it with the original; what could be read was mended by guess, so make the file anew from the draft.
