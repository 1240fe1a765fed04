package document

// Blame says which version decided each leaf of the last one. Versions come in the order in which they were in force, the
// first one first. The result maps the path of every leaf of the last version to the index of the version from which on it has
// stood as it stands: a value that was changed and later restored was decided by the version that restored it.
func Blame(versions [][]byte) (map[string]int, error) {
	decided := map[string]int{}
	var before []byte
	for i, after := range versions {
		changes, err := Diff(before, after)
		if err != nil {
			return nil, err
		}
		// An object that became a leaf is listed as what goes and what comes: go first.
		for _, c := range changes {
			if c.Op == Remove {
				delete(decided, c.Path)
			}
		}
		for _, c := range changes {
			if c.Op != Remove {
				decided[c.Path] = i
			}
		}
		before = after
	}
	return decided, nil
}
