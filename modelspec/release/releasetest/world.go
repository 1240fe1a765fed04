// Package releasetest makes small worlds for tests: a genesis, a log, votes, anchors, and the releases that follow from
// them, all real and all from fixed keys. Every piece can be bent by a test that plays the attacker.
package releasetest

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/modelspec/release"
)

// The fixed points of a world.
const (
	Origin  = "peritus.example/log"
	Channel = "chat/stable"
	Head    = "spec/chat"
)

// Start is the time of the first entry, 2026-11-22T13:00:00Z.
const Start = document.Time(1795352400)

// Config bends a world. Its zero value is two of three co-signers on chain 1337.
type Config struct {
	Threshold int
	Cosigners []string        // names; the key of a name is Key(name)
	TUFRoot   document.Digest // of the first root.json
	Nodes     map[string]common.Address
	Witnesses []string // keys
}

// World is an instance and its record.
type World struct {
	Config  Config
	Genesis []byte
	Pin     document.Digest
	Trust   release.Trust
	Log     note.Signer
	Now     document.Time // of the next entry

	tb       testing.TB
	tree     record.Tree
	stored   record.StoredHashes
	entries  [][]byte
	previous map[string]document.Digest // by channel
	sequence map[string]uint64
	final    map[common.Hash]release.Anchor // anchors on finalized blocks, by transaction
}

// Key returns the EC P-256 key of a name.
func Key(name string) *ecdsa.PrivateKey {
	seed := sha256.Sum256([]byte(name))
	seed[0] &= 0x7f // below the order
	key, err := ecdsa.ParseRawPrivateKey(elliptic.P256(), seed[:])
	if err != nil {
		panic(err)
	}
	return key
}

// NoteKey returns the signer of a log or witness and its verifier key.
func NoteKey(name string) (note.Signer, string) {
	skey, vkey, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte(name), ed25519.SeedSize)), name)
	if err != nil {
		panic(err)
	}
	s, err := note.NewSigner(skey)
	if err != nil {
		panic(err)
	}
	return s, vkey
}

// New returns a world with nothing but its genesis.
func New(tb testing.TB, c Config) *World {
	tb.Helper()
	if c.Cosigners == nil {
		c.Cosigners = []string{"alpha", "beta", "gamma"}
	}
	if c.Threshold == 0 {
		c.Threshold = 2
	}
	w := &World{Config: c, tb: tb, Now: Start, previous: map[string]document.Digest{}, sequence: map[string]uint64{}, final: map[common.Hash]release.Anchor{}}
	var vkey string
	w.Log, vkey = NoteKey(Origin)
	keys := map[string]string{}
	for _, name := range c.Cosigners {
		text, err := release.EncodeKey(Key(name).Public())
		w.ok(err)
		keys[name] = text
	}
	w.Append(record.KindGenesis, record.Genesis{
		Name: "Test", Origin: Origin, LogKey: vkey,
		Chain:     record.Chain{ID: 1337, Badge: common.HexToAddress("0xbad9e"), Anchor: common.HexToAddress("0xa2c0")},
		Cosigners: record.Cosigners{Threshold: c.Threshold, Keys: keys}, TUFRoot: c.TUFRoot, Nodes: c.Nodes, Witnesses: c.Witnesses,
	})
	w.Genesis = w.entries[0]
	w.Pin = document.Sum(w.Genesis)
	var err error
	w.Trust, err = release.NewTrust(w.Genesis, w.Pin)
	w.ok(err)
	return w
}

func (w *World) ok(err error) {
	w.tb.Helper()
	if err != nil {
		w.tb.Fatal(err)
	}
}

// Append logs an entry and returns its index.
func (w *World) Append(kind string, body any) int64 {
	w.tb.Helper()
	raw, err := json.Marshal(body)
	w.ok(err)
	encoded, err := record.Entry{Kind: kind, Time: w.Now, Actor: record.ActorLog, Body: raw}.Encode()
	w.ok(err)
	w.Now++
	w.stored = append(w.stored, w.tree.Append(encoded)...)
	w.entries = append(w.entries, encoded)
	return w.tree.Size() - 1
}

// Entry returns a logged entry.
func (w *World) Entry(index int64) []byte { return w.entries[index] }

// Checkpoint returns the log's signed head, with the signatures of witnesses.
func (w *World) Checkpoint(witnesses ...*record.WitnessSigner) []byte {
	w.tb.Helper()
	c := record.Checkpoint{Origin: Origin, Size: w.tree.Size(), Root: w.tree.Root()}
	msg, err := c.Sign(w.Log)
	w.ok(err)
	for _, witness := range witnesses {
		msg = append(msg, witness.Cosign([]byte(c.Text()), w.Now)...)
	}
	return msg
}

// Tile returns a hash tile of the log by its path.
func (w *World) Tile(path string) ([]byte, error) {
	tile, err := record.ParseTilePath(path)
	if err != nil {
		return nil, err
	}
	return record.ReadTile(tile, w.stored)
}

// Doc returns a canonical document of the given schema whose text is s.
func Doc(schema, s string) []byte {
	raw, err := document.Marshal(map[string]string{"schema": schema, "text": s})
	if err != nil {
		panic(err)
	}
	return raw
}

// Spec returns a small document that calls itself a model spec.
func Spec(s string) []byte { return Doc("peritus/model-spec/v1", s) }

// TrustDocument returns the document of a next set of keys: these co-signers, of whom threshold must sign, the log's key and the root of TUF.
func TrustDocument(logKey string, threshold int, root document.Digest, cosigners ...string) []byte {
	keys := map[string]string{}
	for _, name := range cosigners {
		text, err := release.EncodeKey(Key(name).Public())
		if err != nil {
			panic(err)
		}
		keys[name] = text
	}
	raw, err := document.Marshal(charter.Trust{
		Schema: charter.TrustSchema, Version: "1.0.0", LogKey: logKey, TUFRoot: root, Witnesses: []string{},
		Cosigners: record.Cosigners{Threshold: threshold, Keys: keys},
	})
	if err != nil {
		panic(err)
	}
	return raw
}

// Draft is a release on its way: everything that its bundle is made of. A test may alter any of it before [World.Bundle].
type Draft struct {
	Evidence  release.Evidence
	Statement []byte // what Sign signs; nil is Build(Evidence)
	Signers   []string
	Documents [][]byte // beside the revision, which is Documents[0] and the document, which is Documents[1]
	Proof     []byte   // of the intent; nil is a true one
	Intent    []byte   // the logged intent; nil is the true one
}

// Options bend a decision.
type Options struct {
	Channel    string
	Head       string
	Outcome    string
	Activation document.Time
	Lifetime   int64             // seconds from activation to expiry
	Refers     map[string][]byte // documents that the released one refers to
	Trust      document.Digest   // the trust document whose keys sign
	Halted     bool
}

// Decide votes, closes, anchors and logs the intent to release doc.
func (w *World) Decide(doc []byte, o Options) *Draft {
	w.tb.Helper()
	if o.Channel == "" {
		o.Channel = Channel
	}
	if o.Head == "" {
		o.Head = Head
	}
	if o.Outcome == "" {
		o.Outcome = "passed"
	}
	if o.Activation == 0 {
		o.Activation = w.Now
	}
	if o.Lifetime == 0 {
		o.Lifetime = 90 * 24 * 3600
	}
	schema, err := document.SchemaOf(doc)
	w.ok(err)
	text := document.Sum([]byte("title"))
	revision, err := document.Marshal(map[string]any{
		"schema": "peritus/revision/v1", "genesis": w.Pin, "proposer": common.HexToAddress("0x1"), "sequence": w.tree.Size(),
		"title": map[string]any{"text": text, "keccak": text}, "summary": text,
		"changes": map[string]any{o.Head: map[string]any{"base": document.Digest{}, "document": document.Sum(doc)}},
	})
	w.ok(err)
	closed := w.Append(record.KindClosed, record.Closed{Proposal: document.Sum(revision), Outcome: o.Outcome, Ballots: 3, Tally: document.Sum(nil)})
	w.Append("filler", struct{}{})

	size, root := w.tree.Size(), w.tree.Root()
	proof, err := record.ProveInclusion(size, closed, w.stored)
	w.ok(err)
	tx := common.Hash(sha256.Sum256(fmt.Append(nil, "tx", size)))
	anchored := record.Anchored{Size: size, Root: document.Digest(root), Tx: tx, Block: uint64(100 + size), BlockHash: common.Hash(sha256.Sum256(fmt.Append(nil, "block", size))), BlockTime: w.Now}
	w.Append(record.KindAnchored, anchored)
	w.final[tx] = release.Anchor{Chain: w.Trust.Record.Chain.ID, Contract: w.Trust.Record.Chain.Anchor, Size: size, Root: document.Digest(root), Tx: tx, Block: anchored.Block, BlockHash: anchored.BlockHash}

	w.sequence[o.Channel]++
	intent := record.Intent{
		Channel: o.Channel, Sequence: w.sequence[o.Channel], Proposal: document.Sum(revision), Head: o.Head, Document: document.Sum(doc),
		Activation: o.Activation, Expires: o.Activation.Add(o.Lifetime), Previous: w.previous[o.Channel],
		Trust: o.Trust, Halted: o.Halted,
	}
	d := &Draft{
		Signers: w.Config.Cosigners, Documents: [][]byte{revision, doc},
		Evidence: release.Evidence{
			Genesis: w.Pin, Chain: w.Trust.Record.Chain, Intent: intent, Schema: schema, Decision: w.entries[closed], DecisionIndex: closed,
			DecisionProof: proof, Anchored: anchored, Documents: map[string]document.Digest{},
		},
	}
	for name, raw := range o.Refers {
		d.Evidence.Documents[name] = document.Sum(raw)
		d.Documents = append(d.Documents, raw)
	}
	d.Evidence.IntentIndex = w.Append(record.KindIntent, intent)
	return d
}

// Sign returns the envelope of a draft.
func (w *World) Sign(d *Draft) []byte {
	w.tb.Helper()
	if d.Statement == nil {
		statement, err := release.Build(d.Evidence)
		w.ok(err)
		d.Statement = statement
	}
	var signatures []release.Signature
	for _, name := range d.Signers {
		s, err := release.Sign(d.Statement, name, Key(name))
		w.ok(err)
		signatures = append(signatures, s)
	}
	envelope, err := release.Assemble(d.Statement, signatures)
	w.ok(err)
	return envelope
}

// Bundle returns the bundle of a draft, which from now on is the channel's last release.
func (w *World) Bundle(d *Draft) release.Bundle {
	w.tb.Helper()
	b := release.Bundle{Envelope: w.Sign(d), Intent: d.Intent, Proof: string(d.Proof)}
	if b.Intent == nil {
		b.Intent = w.entries[d.Evidence.IntentIndex]
	}
	if d.Proof == nil {
		hashes, err := record.ProveInclusion(w.tree.Size(), d.Evidence.IntentIndex, w.stored)
		w.ok(err)
		b.Proof = string(record.Proof{Index: d.Evidence.IntentIndex, Hashes: hashes, Checkpoint: w.Checkpoint()}.Encode())
	}
	for _, raw := range d.Documents {
		b.Add(raw)
	}
	w.previous[d.Evidence.Intent.Channel] = document.Sum(d.Statement)
	return b
}

// Release decides on a document and returns the encoded bundle of its release.
func (w *World) Release(doc []byte, o Options) []byte {
	w.tb.Helper()
	return w.Encode(w.Bundle(w.Decide(doc, o)))
}

// Encode returns the bytes of a bundle.
func (w *World) Encode(b release.Bundle) []byte {
	w.tb.Helper()
	raw, err := b.Encode()
	w.ok(err)
	return raw
}

// ErrNotFinal is what Anchored says of an anchor that is on no finalized block.
var ErrNotFinal = errors.New("the contract has no such root on a finalized block")

// Anchored is the chain: it knows the anchors that Decide sent.
func (w *World) Anchored(a release.Anchor) error {
	if got, ok := w.final[a.Tx]; !ok || got != a {
		return ErrNotFinal
	}
	return nil
}

// Forget takes the anchor of a draft off the chain, as a reorganisation does.
func (w *World) Forget(d *Draft) { delete(w.final, d.Evidence.Anchored.Tx) }
