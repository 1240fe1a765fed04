package release

import (
	"fmt"

	"github.com/peritus-dao/peritus/governance/document"
)

// LatestSchema is the schema of the file that names a channel's newest release.
const LatestSchema = "peritus/latest/v1"

// Latest names a channel's newest release. TUF protects it from being old, and the checks from being false.
type Latest struct {
	Schema    string          `json:"schema"`
	Channel   string          `json:"channel"`
	Sequence  uint64          `json:"sequence"`
	Statement document.Digest `json:"statement"`
}

// ParseLatest reads a channel's latest.json.
func ParseLatest(raw []byte) (Latest, error) {
	var l Latest
	if err := document.Unmarshal(raw, &l); err != nil {
		return Latest{}, fmt.Errorf("latest.json: %w", err)
	}
	if l.Schema != LatestSchema || !ValidChannel(l.Channel) || l.Sequence < 1 || l.Sequence > MaxSequence {
		return Latest{}, fmt.Errorf("latest.json: it names no release")
	}
	return l, nil
}

// LatestName returns the TUF target that names the channel's newest release.
func LatestName(channel string) string { return channel + "/latest.json" }

// BundleName returns the TUF target of a release's bundle.
func BundleName(channel string, sequence uint64) string {
	return fmt.Sprintf("%s/%d.bundle.json", channel, sequence)
}

// EnvelopeName returns the TUF target of a release's envelope alone, which is all that a node needs of a release that
// it skips.
func EnvelopeName(channel string, sequence uint64) string {
	return fmt.Sprintf("%s/%d.envelope.json", channel, sequence)
}

// Targets returns the TUF targets of a release that has been checked, by name.
func Targets(r Release, bundle []byte) (map[string][]byte, error) {
	channel := r.Predicate.Intent.Channel
	latest, err := document.Marshal(Latest{Schema: LatestSchema, Channel: channel, Sequence: r.Sequence, Statement: r.Statement})
	if err != nil {
		return nil, err
	}
	return map[string][]byte{
		BundleName(channel, r.Sequence): bundle, EnvelopeName(channel, r.Sequence): r.Bundle.Envelope, LatestName(channel): latest,
	}, nil
}
