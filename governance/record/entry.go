package record

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
)

// MaxEntry is the size in bytes of the largest entry. A C2SP entry bundle frames entries with 16 bits; what is larger
// is a blob that an entry names by its digest.
const MaxEntry = 16 << 10

// EntrySchema is the schema that every entry names.
const EntrySchema = "peritus/entry/v1"

// An Entry is one leaf of the log.
//
// Its encoded form is canonical JSON (RFC 8785):
//
//	{"actor":"0x…","body":{…},"kind":"ballot","schema":"peritus/entry/v1","signature":"0x…","time":"2026-11-22T13:00:00Z"}
//
// An entry that a contract wallet signed ends with what the wallet answered, and where:
//
//	…,"time":"…","wallet":{"block":7,"blockHash":"0x…","code":"0x…","result":"0x1626ba7e00…"}}
//
// An entry that a member posted on chain says where, after its kind:
//
//	…,"kind":"ballot","posted":{"block":7,"index":3,"time":"…","tx":"0x…"},"schema":…
//
// The leaf hash is RFC 6962's, over exactly these bytes.
type Entry struct {
	Schema string        `json:"schema"` // EntrySchema; Encode fills it in when it is empty
	Kind   string        `json:"kind"`   // a lowercase word, [a-z][a-z0-9-]{0,31}
	Time   document.Time `json:"time"`   // never before the time of the entry in front of it; the reducer checks that
	// Actor is who caused the entry: an account ("0x" and 40 lowercase hex digits), or one of the service's own parts,
	// a lowercase word as in Kind ("log", "follower").
	Actor string          `json:"actor"`
	Body  json.RawMessage `json:"body"` // a JSON object; its shape depends on Kind
	// Signature is what Actor signed, as "0x" and lowercase hex digits, or empty.
	Signature string `json:"signature,omitempty"`
	// Wallet is what Actor's contract said of the signature, where no key made it (ERC-1271). It is nil otherwise.
	Wallet *wallet.Answer `json:"wallet,omitempty"`
	// Posted is where on chain Actor's message is, if it came that way. It is nil otherwise.
	Posted *Posted `json:"posted,omitempty"`
}

// Encode returns the canonical bytes of e. It refuses an entry that [Decode] would refuse.
func (e Entry) Encode() ([]byte, error) {
	if e.Schema == "" {
		e.Schema = EntrySchema
	}
	if err := e.check(); err != nil {
		return nil, err
	}
	body, err := document.Canonical(e.Body)
	if err != nil {
		return nil, fmt.Errorf("entry %s: body: %w", e.Kind, err)
	}
	time, err := e.Time.MarshalText()
	if err != nil {
		return nil, fmt.Errorf("entry %s: %w", e.Kind, err)
	}
	// The keys are in the order of RFC 8785, and no value but the body has a character that JSON would escape.
	raw := make([]byte, 0, len(body)+len(e.Signature)+192)
	raw = append(append(append(raw, keyActor...), e.Actor...), '"')
	raw = append(append(raw, keyBody...), body...)
	raw = append(append(append(raw, keyKind...), e.Kind...), '"')
	if e.Posted != nil {
		place, err := document.Marshal(e.Posted)
		if err != nil {
			return nil, fmt.Errorf("entry %s: posted: %w", e.Kind, err)
		}
		raw = append(append(raw, keyPosted...), place...)
	}
	raw = append(raw, keySchema...)
	if e.Signature != "" {
		raw = append(append(append(raw, keySignature...), e.Signature...), '"')
	}
	raw = append(append(append(raw, keyTime...), time...), '"')
	if e.Wallet != nil {
		answer, err := document.Marshal(e.Wallet)
		if err != nil {
			return nil, fmt.Errorf("entry %s: wallet: %w", e.Kind, err)
		}
		raw = append(append(raw, keyWallet...), answer...)
	}
	raw = append(raw, '}')
	if len(raw) > MaxEntry {
		return nil, fmt.Errorf("entry %s: %d bytes, at most %d fit: put the long part into a blob and name it by its digest", e.Kind, len(raw), MaxEntry)
	}
	return raw, nil
}

const (
	keyActor     = `{"actor":"`
	keyBody      = `,"body":`
	keyKind      = `,"kind":"`
	keyPosted    = `,"posted":`
	keySchema    = `,"schema":"` + EntrySchema + `"`
	keySignature = `,"signature":"`
	keyTime      = `,"time":"`
	keyWallet    = `,"wallet":`
)

// Decode reads an entry. The bytes must be canonical already, since they are what the leaf hash covers. The body shares
// memory with raw.
func Decode(raw []byte) (Entry, error) {
	if len(raw) > MaxEntry {
		return Entry{}, fmt.Errorf("entry: %d bytes, at most %d are allowed", len(raw), MaxEntry)
	}
	e, ok := split(raw)
	if !ok || e.check() != nil || document.IsCanonical(e.Body) != nil {
		return Entry{}, explain(raw)
	}
	return e, nil
}

// split takes the encoding apart: from the front up to the body and from the back down to it, since only the body is
// of unknown shape. There is one way to read a JSON text, so if the body is canonical and the other fields pass check,
// this was it.
func split(raw []byte) (e Entry, ok bool) {
	rest, ok := bytes.CutPrefix(raw, []byte(keyActor))
	if !ok {
		return e, false
	}
	actor, rest, ok := bytes.Cut(rest, []byte(`"`))
	if !ok {
		return e, false
	}
	rest, ok = bytes.CutPrefix(rest, []byte(keyBody))
	if !ok {
		return e, false
	}
	if bytes.HasSuffix(rest, []byte(`}}`)) { // without a wallet's answer, an entry ends with its time
		var answer []byte
		if rest, answer, ok = cutLast(rest, keyWallet, `}`); !ok || document.Unmarshal(answer, &e.Wallet) != nil {
			return e, false
		}
		if again, err := document.Marshal(e.Wallet); err != nil || !bytes.Equal(again, answer) {
			return e, false
		}
		rest = append(rest[:len(rest):len(rest)], '}')
	}
	rest, time, ok := cutLast(rest, keyTime, `"}`)
	if !ok || e.Time.UnmarshalText(time) != nil {
		return e, false
	}
	front, ok := bytes.CutSuffix(rest, []byte(keySchema))
	if !ok {
		var signature []byte
		if rest, signature, ok = cutLast(rest, keySignature, `"`); !ok || len(signature) == 0 {
			return e, false
		}
		if front, ok = bytes.CutSuffix(rest, []byte(keySchema)); !ok {
			return e, false
		}
		e.Signature = string(signature)
	}
	if bytes.HasSuffix(front, []byte(`}`)) { // otherwise the kind ends it
		var place []byte
		if front, place, ok = cutLast(front, keyPosted, ""); !ok || document.Unmarshal(place, &e.Posted) != nil {
			return e, false
		}
		if again, err := document.Marshal(e.Posted); err != nil || !bytes.Equal(again, place) {
			return e, false
		}
	}
	body, kind, ok := cutLast(front, keyKind, `"`)
	if !ok {
		return e, false
	}
	e.Schema, e.Kind, e.Actor, e.Body = EntrySchema, string(kind), string(actor), json.RawMessage(body)
	return e, true
}

// cutLast splits s, which must end in end, at the last key.
func cutLast(s []byte, key, end string) (before, value []byte, ok bool) {
	s, ok = bytes.CutSuffix(s, []byte(end))
	i := bytes.LastIndex(s, []byte(key))
	if !ok || i < 0 {
		return nil, nil, false
	}
	return s[:i], s[i+len(key):], true
}

// explain says why raw is not an entry, at leisure.
func explain(raw []byte) error {
	canonical, err := document.Canonical(raw)
	if err != nil {
		return fmt.Errorf("entry: %w", err)
	}
	var e Entry
	if err := document.Unmarshal(raw, &e); err != nil {
		return fmt.Errorf("entry: %w", err)
	}
	if err := e.check(); err != nil {
		return err
	}
	if !bytes.Equal(canonical, raw) {
		return errors.New("entry: the bytes are not canonical JSON (RFC 8785), so they are not what was hashed")
	}
	return errors.New("entry: a field is missing, empty or spelled in another way")
}

func (e Entry) check() error {
	switch {
	case e.Schema != EntrySchema:
		return fmt.Errorf("entry: schema %q, want %q", e.Schema, EntrySchema)
	case !isWord(e.Kind):
		return fmt.Errorf("entry: kind %q is not a lowercase word of at most 32 letters, digits and hyphens", e.Kind)
	case !isWord(e.Actor) && !isAccount(e.Actor):
		return fmt.Errorf("entry %s: actor %q is neither 0x and 40 lowercase hex digits nor a lowercase word", e.Kind, e.Actor)
	case len(e.Body) == 0 || e.Body[0] != '{':
		return fmt.Errorf("entry %s: the body is not a JSON object", e.Kind)
	case e.Signature != "" && !isHex(e.Signature):
		return fmt.Errorf("entry %s: the signature is not 0x and an even number of lowercase hex digits", e.Kind)
	case e.Wallet != nil && e.Signature == "":
		return fmt.Errorf("entry %s: a wallet answers for a signature, and there is none", e.Kind)
	case e.Posted != nil && (e.Signature == "" || e.Wallet != nil):
		return fmt.Errorf("entry %s: what is posted on chain is signed by a key", e.Kind)
	}
	return nil
}

func isWord(s string) bool {
	if s == "" || len(s) > 32 || s[0] < 'a' || s[0] > 'z' {
		return false
	}
	for i := 1; i < len(s); i++ {
		if c := s[i]; (c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '-' {
			return false
		}
	}
	return true
}

func isAccount(s string) bool { return len(s) == 42 && isHex(s) }

func isHex(s string) bool {
	digits, ok := strings.CutPrefix(s, "0x")
	if !ok || digits == "" || len(digits)%2 != 0 {
		return false
	}
	for i := range len(digits) {
		if c := digits[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
