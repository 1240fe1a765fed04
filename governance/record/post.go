package record

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/governance/document"
)

// PostSchema is the schema that every post names.
const PostSchema = "peritus/post/v1"

// MaxPost is the size in bytes of the largest post: the anchor contract takes no more.
const MaxPost = 8192

// A Post is what a member puts on chain that the log's keeper will not take: a ballot or an act, signed as for the log. It has no
// free text, since nobody could ever redact that there. Anybody may send it.
//
// Its encoded form, the message of the anchor contract's post, is canonical JSON; the subject is the proposal's digest:
//
//	{"actor":"0x…","body":{…},"kind":"ballot","schema":"peritus/post/v1","signature":"0x…"}
type Post struct {
	Schema    string          `json:"schema"` // PostSchema; Encode fills it in when it is empty
	Kind      string          `json:"kind"`   // KindBallot or KindAct
	Actor     string          `json:"actor"`
	Body      json.RawMessage `json:"body"` // [Ballot] or [Act]
	Signature string          `json:"signature"`
}

// Posted is where on chain a post is.
type Posted struct {
	Block uint64        `json:"block"`
	Index uint64        `json:"index"` // of the log in the block
	Time  document.Time `json:"time"`  // of the block: when the post counts as given
	Tx    common.Hash   `json:"tx"`
}

// Encode returns the canonical bytes of p. It refuses a post that [ParsePost] would refuse.
func (p Post) Encode() ([]byte, error) {
	p.Schema = PostSchema
	raw, err := document.Marshal(p)
	if err != nil {
		return nil, err
	}
	_, _, err = ParsePost(raw)
	return raw, err
}

// ParsePost reads a post, which must be canonical, and returns the proposal that it is about. Who signed it, and whether it may be
// taken, is for package replay to say.
func ParsePost(raw []byte) (Post, document.Digest, error) {
	var p Post
	if len(raw) > MaxPost {
		return p, document.Digest{}, fmt.Errorf("post: %d bytes, at most %d are allowed", len(raw), MaxPost)
	}
	if err := document.IsCanonical(raw); err != nil {
		return p, document.Digest{}, fmt.Errorf("post: %w", err)
	}
	if err := document.Unmarshal(raw, &p); err != nil {
		return p, document.Digest{}, fmt.Errorf("post: %w", err)
	}
	if p.Schema != PostSchema || !isAccount(p.Actor) || len(p.Signature) != 2+2*65 || !isHex(p.Signature) {
		return p, document.Digest{}, fmt.Errorf("post: it needs the schema %q, an actor of 0x and 40 lowercase hex digits, and a signature of 65 bytes", PostSchema)
	}
	switch p.Kind {
	case KindBallot:
		var b Ballot
		if err := document.Unmarshal(p.Body, &b); err != nil {
			return p, document.Digest{}, fmt.Errorf("post: body: %w", err)
		}
		if !b.Reason.IsZero() {
			return p, document.Digest{}, errors.New("post: a ballot on chain has no reason, which could never be redacted there")
		}
		return p, b.Proposal, nil
	case KindAct:
		var b Act
		if err := document.Unmarshal(p.Body, &b); err != nil {
			return p, document.Digest{}, fmt.Errorf("post: body: %w", err)
		}
		if !b.Text.IsZero() {
			return p, document.Digest{}, errors.New("post: an act on chain has no text, which could never be redacted there")
		}
		return p, b.Proposal, nil
	}
	return p, document.Digest{}, fmt.Errorf("post: %q is neither %s nor %s", p.Kind, KindBallot, KindAct)
}

// Entry returns the entry that a post becomes.
func (p Post) Entry(at document.Time, place Posted) Entry {
	return Entry{Schema: EntrySchema, Kind: p.Kind, Time: at, Actor: p.Actor, Body: p.Body, Signature: p.Signature, Posted: &place}
}
