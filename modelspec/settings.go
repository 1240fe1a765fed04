package modelspec

// NamedSetting is a sampling field with its name.
type NamedSetting struct {
	Name string
	Setting
}

// Settings lists every sampling field in the order in which a spec declares them, for pages and renderers.
func (s Sampling) Settings() []NamedSetting {
	fields := samplingFields()
	out := make([]NamedSetting, len(fields))
	for i, f := range fields {
		out[i] = NamedSetting{f.name, *f.at(&s)}
	}
	return out
}
