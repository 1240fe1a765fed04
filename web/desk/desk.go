// Package desk answers what the pages and the API ask, from the service and the record behind it.
//
// It decides nothing: it reads committed state, finds the words and documents that the state names by digest, and passes
// on what members sign. What it tells about weights comes from the core's own traces.
package desk

import (
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"io"
	"sync"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/web"
)

// Sessions keeps who is signed in, and the nonces of those who are about to be. Each method is durable on return.
type Sessions interface {
	// PutNonce stores a nonce that was never stored before.
	PutNonce(ctx context.Context, nonce, host string, address common.Address, expires document.Time) error
	// UseNonce uses a nonce up. It returns nil to exactly one caller, who names the host and address that it was handed
	// out to and comes before it expires, and an error to all others.
	UseNonce(ctx context.Context, nonce, host string, address common.Address, now document.Time) error
	// PutSession stores a session under the digest of its token.
	PutSession(ctx context.Context, token document.Digest, address common.Address, expires document.Time) error
	// Session returns whose a session is that has not expired, or an error.
	Session(ctx context.Context, token document.Digest, now document.Time) (common.Address, error)
	// DeleteSession ends a session; one that does not exist has ended.
	DeleteSession(ctx context.Context, token document.Digest) error
}

// Releases takes co-signatures. It is implemented by publish.Releases.
type Releases interface {
	// Statement returns what a release says, from the service's own record.
	Statement(ctx context.Context, channel string, sequence uint64) ([]byte, error)
	// Cosign takes a co-signer's signature under that statement.
	Cosign(ctx context.Context, channel string, sequence uint64, sig release.Signature) error
}

// Config is what a Desk is made of. Service and Kinds are required.
type Config struct {
	Service  *governance.Service
	Kinds    document.Kinds
	Sessions Sessions
	Releases Releases

	// Signers returns the key ids of the co-signers who signed a release so far.
	Signers func(ctx context.Context, channel string, sequence uint64) ([]string, error)
	// TUF returns a file of the TUF repository, or an error if there is none.
	TUF func(ctx context.Context, path string) ([]byte, error)
	// MintCall returns the transaction to the badge contract that mints an endorsed badge; nil to show none.
	MintCall func(replay.Progress) ([]byte, error)
	// Pending returns what the chain says that is not in the record yet, and its newest final block; nil for nothing.
	Pending func() (events []badge.Event, final uint64)
	// BundlePath names a release's bundle; nil for "channel/sequence.bundle.json".
	BundlePath func(channel string, sequence uint64) string

	Names  map[common.Address]string // public names of members, issuers and nodes
	About  map[common.Address]string // a line about each
	Types  map[uint32]string         // a line about each badge type
	Secure bool                      // visitors come by HTTPS
	Rand   io.Reader                 // of nonces and tokens; nil for crypto/rand
}

// Desk implements [web.Service].
type Desk struct {
	cfg      Config
	service  *governance.Service
	instance web.Instance
	names    map[common.Address]string

	mu     sync.Mutex
	counts map[document.Digest]counted // of open votes, guarded by mu

	tiles tileCache
}

// counted is the count of an open vote when the log had a size.
type counted struct {
	size  int64
	tally replay.Tally
}

var _ web.Service = (*Desk)(nil)

// New returns a desk.
func New(cfg Config) (*Desk, error) {
	if cfg.Service == nil || cfg.Kinds == nil {
		return nil, errors.New("desk: no service or no kinds of documents")
	}
	if cfg.Rand == nil {
		cfg.Rand = rand.Reader
	}
	if cfg.BundlePath == nil {
		cfg.BundlePath = bundlePath
	}
	d := &Desk{cfg: cfg, service: cfg.Service, names: map[common.Address]string{}, counts: map[document.Digest]counted{}}
	var genesis record.Genesis
	var digest document.Digest
	if err := d.view(func(s *replay.State) error { genesis, digest = s.Genesis(); return nil }); err != nil {
		return nil, err
	}
	d.instance = web.Instance{
		Name: genesis.Name, ChainID: genesis.Chain.ID, AnchorContract: genesis.Chain.Anchor, BadgeContract: genesis.Chain.Badge,
		Genesis: digest, Origin: genesis.Origin,
	}
	for name, address := range genesis.Nodes {
		d.names[address] = name
	}
	for address, name := range cfg.Names {
		d.names[address] = name
	}
	return d, nil
}

// Instance implements [web.Service].
func (d *Desk) Instance() web.Instance {
	i := d.instance
	_ = d.view(func(s *replay.State) error {
		g := s.Present() // decisions change the keys
		i.LogKey, i.Cosigners, i.Threshold = g.LogKey, len(g.Cosigners.Keys), g.Cosigners.Threshold
		return nil
	})
	return i
}

// Now implements [web.Service].
func (d *Desk) Now() document.Time { return d.service.Now() }

func (d *Desk) view(f func(*replay.State) error) error { return d.service.View(f) }

func (d *Desk) store() governance.Reader { return d.service.Store() }

func (d *Desk) person(a common.Address) web.Person {
	return web.Person{Address: a, Name: d.names[a]}
}

// blob reads content that the record names.
func (d *Desk) blob(ctx context.Context, digest document.Digest) ([]byte, error) {
	raw, err := d.store().Blob(ctx, digest)
	if errors.Is(err, replay.ErrNoBlob) {
		return nil, refusal.New(refusal.NotFound, "blob-unknown", "digest", "There is no content with this digest here.")
	}
	return raw, err
}

// saltSize is how many bytes of salt stand before a free text.
const saltSize = 32

// text reads a salted text. One that was removed reads as such: the digest stays, the words are gone.
func (d *Desk) text(ctx context.Context, digest document.Digest) (string, error) {
	if digest.IsZero() {
		return "", nil
	}
	raw, err := d.store().Blob(ctx, digest)
	if errors.Is(err, replay.ErrNoBlob) {
		return "(removed)", nil
	}
	if err != nil || len(raw) < saltSize {
		return "", err
	}
	return string(raw[saltSize:]), nil
}

// named is what all our documents call themselves.
type named struct {
	Name    string `json:"name"`
	Title   string `json:"title"`
	Version string `json:"version"`
	Schema  string `json:"schema"`
}

// named reads a document's name and version. One without a name goes by its kind.
func (d *Desk) named(head string, raw []byte) named {
	var n named
	_ = json.Unmarshal(raw, &n) // a document in the record is well-formed; fields that it lacks stay empty
	if n.Name == "" {
		n.Name = n.Title
	}
	if n.Name == "" {
		n.Name = d.kindTitle(n.Schema)
	}
	if n.Name == "" {
		n.Name = head
	}
	return n
}

func (d *Desk) kindTitle(schema string) string {
	if k, ok := d.cfg.Kinds[schema]; ok && k.Title != "" {
		return k.Title
	}
	return schema
}

func anchored(a replay.Anchor) web.Anchored {
	return web.Anchored{Size: a.Size, Block: a.Block, Tx: a.Tx, Time: a.BlockTime}
}

// lastAnchor returns the newest anchor, or the zero value.
func lastAnchor(s *replay.State) web.Anchored {
	if anchors := s.Anchors(); len(anchors) > 0 {
		return anchored(anchors[len(anchors)-1])
	}
	return web.Anchored{}
}

// anchorAt returns the anchor that an entry recorded, or nil.
func anchorAt(s *replay.State, index int64) *web.Anchored {
	for _, a := range s.Anchors() {
		if a.Index == index && index > 0 {
			out := anchored(a)
			return &out
		}
	}
	return nil
}
