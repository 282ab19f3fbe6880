package loader

// endsWithUnits reports whether a paragraph ends with a list of responsible units.
func endsWithUnits(s string) bool { return false }

// isRoleLine reports whether a paragraph is a line such as 牵头单位:….
func isRoleLine(s string) bool { return false }
