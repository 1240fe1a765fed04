package charter

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/x509"
	"encoding/base64"
	"fmt"
	"maps"
	"slices"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// TrustSchema names the document of the keys that are trusted.
const TrustSchema = "peritus/trust/v1"

// TrustHead is the head of that document, and the channel on which it is released. A decision alone changes nothing: the new set
// is in force once enough co-signers of the set before it have signed its release, so that whoever believes one set can find the next
// by himself.
const TrustHead = "trust/main"

// Trust is the document that says whose signatures count, after those that the genesis names.
type Trust struct {
	Schema    string           `json:"schema"`
	Version   string           `json:"version"`
	Parent    document.Digest  `json:"parent,omitzero"`
	LogKey    string           `json:"logKey"` // of the log's checkpoints; its name is the log's origin, and stays
	Cosigners record.Cosigners `json:"cosigners"`
	TUFRoot   document.Digest  `json:"tufRoot"`   // of the newest root.json
	Witnesses []string         `json:"witnesses"` // verifier keys of checkpoint witnesses
}

// ParseTrust reads a trust document. All findings are returned together as [document.Problems].
func ParseTrust(raw []byte) (Trust, error) {
	var t Trust
	if err := document.Unmarshal(raw, &t); err != nil {
		return Trust{}, err
	}
	problems := header(TrustSchema, t.Schema, t.Version)
	if _, err := note.NewVerifier(t.LogKey); err != nil {
		problems.Add("/logKey", "key", "it is no verifier key of a signed note", "write what peritus trust log-key prints")
	}
	if t.Cosigners.Threshold < 1 || t.Cosigners.Threshold > len(t.Cosigners.Keys) {
		problems.Add("/cosigners/threshold", "range", fmt.Sprintf("%d of %d co-signers", t.Cosigners.Threshold, len(t.Cosigners.Keys)), "give at least 1, and at most as many as there are keys")
	}
	seen := map[string]string{}
	for _, id := range slices.Sorted(maps.Keys(t.Cosigners.Keys)) {
		at, text := document.Pointer("/cosigners/keys", id), t.Cosigners.Keys[id]
		der, err := base64.StdEncoding.Strict().DecodeString(text)
		if err == nil {
			var key any
			if key, err = x509.ParsePKIXPublicKey(der); err == nil {
				if ec, ok := key.(*ecdsa.PublicKey); !ok || ec.Curve != elliptic.P256() {
					err = fmt.Errorf("it is not EC P-256")
				}
			}
		}
		if err != nil {
			problems.Add(at, "key", "it is no EC P-256 public key: "+err.Error(), "write what peritus cosign --public-key prints")
		}
		if other, ok := seen[text]; ok {
			problems.Add(at, "repeated", fmt.Sprintf("it is the key of %q too, which could then sign twice", other), "name each key once")
		}
		seen[text] = id
	}
	if t.TUFRoot.IsZero() {
		problems.Add("/tufRoot", "missing", "no root.json is named", "give the digest of the newest one")
	}
	for i, w := range t.Witnesses {
		if _, err := record.NewWitness(w); err != nil {
			problems.Add(document.Pointer("/witnesses", fmt.Sprint(i)), "key", err.Error(), "write the witness's verifier key")
		}
	}
	return t, problems.Err()
}

// TrustKind describes the trusted keys as a kind of governed document.
func TrustKind() document.Kind {
	return kind(TrustSchema, "Trusted keys", "it changes whose signatures count", ParseTrust, func(t Trust) string { return t.Version })
}
