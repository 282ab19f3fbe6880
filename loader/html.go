package loader

// looksLikeHTML reports whether a text is a web page.
func looksLikeHTML(s string) bool { return false }

// visibleText is the text of a web page.
func visibleText(s string) (string, error) { return s, nil }
