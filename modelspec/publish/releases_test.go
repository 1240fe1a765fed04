package publish_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
	"github.com/peritus-dao/peritus/modelspec/cosign"
	"github.com/peritus-dao/peritus/modelspec/publish"
	"github.com/peritus-dao/peritus/modelspec/release"
	"github.com/peritus-dao/peritus/modelspec/release/releasetest"
)

// decided is a real record, from badges to release intents, in memory. It is what the service has, and what a co-signer
// reads.
type decided struct {
	t      *testing.T
	state  *replay.State
	log    [][]byte
	stored record.StoredHashes
	blobs  map[document.Digest][]byte
	now    document.Time
	block  uint64
	prompt []byte
}

var (
	_ publish.Record = (*decided)(nil)
	_ replay.Source  = (*decided)(nil)
)

func newDecided(t *testing.T) *decided {
	t.Helper()
	d := &decided{t: t, blobs: map[document.Digest][]byte{}, now: replaytest.Start, block: replaytest.Block, prompt: []byte("You are careful.\n")}
	cfg := replaytest.Config()
	cfg.CheckRelease = cosign.CheckRelease(d.references)
	d.state = replay.New(cfg)
	raw, blobs := replaytest.Genesis(t)
	for _, b := range append(blobs, d.prompt) {
		d.put(b)
	}
	e, err := record.Decode(raw)
	d.ok(err)
	var g record.Genesis
	d.ok(document.Unmarshal(e.Body, &g))
	g.Cosigners = record.Cosigners{Threshold: 2, Keys: map[string]string{}}
	for _, name := range []string{"alpha", "beta", "gamma"} {
		g.Cosigners.Keys[name], err = release.EncodeKey(releasetest.Key(name).Public())
		d.ok(err)
	}
	d.entry(record.Entry{Kind: record.KindGenesis, Actor: record.ActorLog, Body: replaytest.Marshal(t, g)})
	return d
}

// references says that every document comes with the same prompt.
func (d *decided) references(string, []byte) (map[string]document.Digest, error) {
	return map[string]document.Digest{"prompt": document.Sum(d.prompt)}, nil
}

func (d *decided) ok(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *decided) put(raw []byte) document.Digest {
	digest := document.Sum(raw)
	d.blobs[digest] = raw
	return digest
}

type stateBlobs struct{ d *decided }

func (b stateBlobs) Blob(digest document.Digest) ([]byte, error) {
	return b.d.Blob(context.Background(), digest)
}

func (d *decided) entry(e record.Entry) {
	d.t.Helper()
	e.Time = d.now
	raw, err := e.Encode()
	d.ok(err)
	e, err = record.Decode(raw)
	d.ok(err)
	tree := d.state.Tree()
	if _, err := d.state.Apply(raw, e, nil, stateBlobs{d}); err != nil {
		d.t.Fatalf("%s: %v", e.Kind, err)
	}
	d.stored = append(d.stored, tree.Append(raw)...)
	d.log = append(d.log, raw)
}

func (d *decided) follow(events ...badge.Event) {
	d.t.Helper()
	if events == nil {
		events = []badge.Event{}
	}
	d.entry(record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: replaytest.Marshal(d.t, record.ChainRange{
		From: d.block, To: d.block + 9, Hash: common.Hash{1}, Time: d.now, Count: len(events), Events: d.put(replaytest.Marshal(d.t, events)),
	})})
	d.block += 10
}

func (d *decided) due() {
	d.t.Helper()
	for {
		next, err := d.state.Due(d.now, stateBlobs{d})
		d.ok(err)
		if next == nil {
			return
		}
		for _, b := range next.Blobs() {
			d.put(b)
		}
		d.entry(record.Entry{Kind: next.Kind, Actor: record.ActorLog, Body: next.Body})
	}
}

// decide brings a change of the note from its proposal to its release intent.
func (d *decided) decide(version string) {
	d.t.Helper()
	t := d.t
	if d.block == replaytest.Block {
		d.follow(replaytest.Badges(t, d.block, d.now, replaytest.Grant{Name: "ada", Type: 1, Level: 3}, replaytest.Grant{Name: "bo", Type: 1, Level: 1})...)
	}
	d.now = d.now.Add(replaytest.Hour)
	_, genesis := d.state.Genesis()
	ada := replaytest.Address(t, "ada")
	base, _ := d.state.Head("note/chat")
	title := "Release " + version
	revision := replaytest.Marshal(t, proposal.Revision{
		Schema: proposal.Schema, Genesis: genesis, Proposer: ada, Sequence: d.state.LastSequence(ada) + 1,
		Title:   proposal.Title{Text: d.put([]byte(strings.Repeat("s", 32) + title)), Keccak: wallet.Text(title)},
		Summary: d.put([]byte(strings.Repeat("s", 32) + "Because.")),
		Changes: map[string]proposal.Change{"note/chat": {Base: base.Digest, Document: d.put(replaytest.Note(t, version, base.Digest, "be careful in "+version, "be fair"))}},
	})
	digest, expires := d.put(revision), d.now.Add(replaytest.Day)
	sign := func(name string, hash [32]byte) string {
		sig, err := wallet.Sign(d.state.Domain().Digest(hash), replaytest.Key(t, name))
		d.ok(err)
		return sig.String()
	}
	sequence := d.state.LastSequence(ada) + 1
	m := wallet.Proposal{Proposer: ada, Revision: digest, Title: wallet.Text(title), Sequence: sequence, Expires: uint64(expires)}
	d.entry(record.Entry{Kind: record.KindProposed, Actor: replaytest.Actor(t, "ada"), Signature: sign("ada", m.StructHash()), Body: replaytest.Marshal(t, record.Proposed{Revision: digest, Sequence: sequence, Expires: expires})})
	d.now = d.now.Add(replaytest.Hour)
	d.follow()
	d.due()
	p, _ := d.state.Proposal(digest)
	for _, name := range []string{"ada", "bo"} {
		b := record.Ballot{Proposal: digest, Electorate: p.Electorate, Choice: "for", Sequence: 1, Expires: d.now.Add(replaytest.Hour)}
		m := wallet.Ballot{Voter: replaytest.Address(t, name), Proposal: digest, Electorate: p.Electorate, Title: p.Title.Keccak, Choice: "for", Sequence: 1, Expires: uint64(b.Expires)}
		d.entry(record.Entry{Kind: record.KindBallot, Actor: replaytest.Actor(t, name), Signature: sign(name, m.StructHash()), Body: replaytest.Marshal(t, b)})
	}
	d.now = p.Closes
	d.follow()
	d.due()
	d.entry(record.Entry{Kind: record.KindAnchored, Actor: record.ActorLog, Body: replaytest.Marshal(t, record.Anchored{
		Size: d.state.Size(), Root: document.Digest(d.state.Root()), Tx: common.Hash{2}, Block: d.state.Chain().Last,
		BlockHash: common.Hash{1}, BlockTime: d.state.Chain().Time, Proof: []document.Digest{},
	})})
	p, _ = d.state.Proposal(digest)
	d.now = p.Ends
	d.follow()
	d.due()
	if p, _ = d.state.Proposal(digest); p.Status != proposal.Final {
		t.Fatalf("the proposal is %s", p.Status)
	}
}

func (d *decided) View(f func(*replay.State) error) error { return f(d.state) }

func (d *decided) RecordRelease(_ context.Context, r record.Released, bundle []byte) error {
	r.Bundle = d.put(bundle)
	d.entry(record.Entry{Kind: record.KindReleased, Actor: record.ActorLog, Body: replaytest.Marshal(d.t, r)})
	return nil
}

func (d *decided) Checkpoint(context.Context) ([]byte, error) {
	s, _ := replaytest.LogKey(d.t)
	return record.Checkpoint{Origin: replaytest.Origin, Size: d.state.Size(), Root: d.state.Root()}.Sign(s)
}

func (d *decided) Entries(_ context.Context, first int64, max int) ([][]byte, error) {
	return d.log[first:min(int(first)+max, len(d.log))], nil
}

func (d *decided) Tile(_ context.Context, t record.Tile) ([]byte, error) {
	return record.ReadTile(t, d.stored)
}

func (d *decided) Blob(_ context.Context, digest document.Digest) ([]byte, error) {
	raw, ok := d.blobs[digest]
	if !ok {
		return nil, fmt.Errorf("%s: %w", digest, replay.ErrNoBlob)
	}
	return raw, nil
}

// Evidence makes the record a co-signer's State.
func (d *decided) Evidence(ctx context.Context, channel string, sequence uint64) (release.Evidence, error) {
	e, err := d.state.Evidence(channel, sequence)
	if err != nil {
		return release.Evidence{}, err
	}
	return cosign.Complete(ctx, d, e, d.references)
}

// kept keeps co-signatures in memory.
type kept struct{ all []publish.Cosignature }

func (k *kept) Put(_ context.Context, c publish.Cosignature) error {
	for _, old := range k.all {
		if old.KeyID == c.KeyID && old.Channel == c.Channel && old.Sequence == c.Sequence {
			if old.Statement != c.Statement {
				return publish.ErrConflict
			}
			return nil
		}
	}
	k.all = append(k.all, c)
	return nil
}

func (k *kept) All(_ context.Context, channel string, sequence uint64) ([]publish.Cosignature, error) {
	return slices.DeleteFunc(slices.Clone(k.all), func(c publish.Cosignature) bool { return c.Channel != channel || c.Sequence != sequence }), nil
}

const channel = "chat/stable"

// From a decision to a node: two of three verifiers sign what their own replay says, the release is recorded and
// published, and a reader with nothing but the pinned genesis believes it.
func TestFromDecisionToDelivery(t *testing.T) {
	d := newDecided(t)
	d.decide("1.1.0")
	site := newSite(t)
	genesis := d.log[0]
	trust, err := release.NewTrust(genesis, document.Sum(genesis))
	d.ok(err)
	signatures := &kept{}
	releases := publish.NewReleases(publish.ReleasesConfig{Record: d, Source: d, Cosignatures: signatures, Repository: site.Repository, Genesis: genesis, References: d.references})

	cosigner := func(name string) *cosign.Cosigner {
		memory, err := cosign.OpenMemory(filepath.Join(t.TempDir(), name))
		d.ok(err)
		t.Cleanup(func() { _ = memory.Close() })
		c, err := cosign.New(cosign.Config{ID: name, Key: releasetest.Key(name), Trust: trust, State: d, Memory: memory})
		d.ok(err)
		return c
	}
	alpha, beta := cosigner("alpha"), cosigner("beta")
	sign := func(c *cosign.Cosigner, sequence uint64) {
		t.Helper()
		_, s, err := c.Sign(t.Context(), channel, sequence)
		d.ok(err)
		d.ok(releases.Cosign(t.Context(), channel, sequence, s))
		d.ok(releases.Cosign(t.Context(), channel, sequence, s)) // sent again
	}
	step := func(want int) {
		t.Helper()
		if n, err := releases.Step(t.Context()); err != nil || n != want {
			t.Fatalf("recorded %d releases, %v, want %d", n, err, want)
		}
	}
	fetch := func(sequence uint64) []byte {
		t.Helper()
		raw, err := site.fetch(t, t.TempDir(), release.BundleName(channel, sequence))
		d.ok(err)
		return []byte(raw)
	}

	step(0)
	sign(alpha, 1)
	step(0) // one of two
	stranger, err := release.Sign([]byte("{}"), "mallory", releasetest.Key("mallory"))
	d.ok(err)
	if err := releases.Cosign(t.Context(), channel, 1, stranger); err == nil {
		t.Error("a stranger's signature was taken")
	}
	forged, err := release.Sign([]byte("{}"), "beta", releasetest.Key("beta"))
	d.ok(err)
	if err := releases.Cosign(t.Context(), channel, 1, forged); err == nil {
		t.Error("a signature under something else was taken")
	}
	sign(beta, 1)
	step(1)
	step(0)
	if s := d.state.Releases(channel); len(s) != 1 || s[0].Statement.IsZero() {
		t.Fatalf("the record says %+v", s)
	}

	first, claims, err := release.Check(fetch(1), trust, release.Facts{Channel: channel, Chain: true})
	if err != nil {
		t.Fatal(err)
	}
	if prompt, err := first.Bundle.Document(document.Sum(d.prompt)); err != nil || string(prompt) != string(d.prompt) {
		t.Errorf("the prompt is not delivered: %v", err)
	}
	for _, c := range claims {
		t.Logf("%-9s %-9s %s", c.Label, c.Step, c.Says)
	}

	// Two more decisions; the service stops between recording and publishing, and makes good for it later.
	d.decide("1.2.0")
	sign(alpha, 2)
	sign(beta, 2)
	site.files.fail = errors.New("the disk is full")
	if _, err := releases.Step(t.Context()); !errors.Is(err, site.files.fail) {
		t.Fatalf("%v", err)
	}
	d.decide("1.3.0")
	sign(alpha, 3)
	sign(beta, 3)
	if _, err := releases.Step(t.Context()); !errors.Is(err, site.files.fail) {
		t.Fatalf("%v", err)
	}
	site.files.fail = nil
	step(0)
	second, err := release.ParseBundle(fetch(2))
	d.ok(err)
	third, _, err := release.Check(fetch(3), trust, release.Facts{Channel: channel, Chain: true, After: first.Position, Skipped: [][]byte{second.Envelope}})
	if err != nil || third.Sequence != 3 {
		t.Fatalf("%+v, %v", third.Position, err)
	}
}
