"""Which characters are Chinese: all of Unicode's blocks, rare surnames in the extensions included."""

HAN = "\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af"
