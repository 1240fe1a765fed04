// Package replaytest founds small instances for tests: a policy over one simple kind of document, keys that belong to
// names, and badge events as the contract would emit them.
package replaytest

import (
	"crypto/ecdsa"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
)

// The test instance's beginning, its units of time, and its names.
const (
	Start  = document.Time(1_700_000_000)
	Hour   = 3600
	Day    = 24 * Hour
	Origin = "example.org/log"
	Block  = 10 // of deployment
)

// NoteSchema is the schema of the one kind of document besides the policy.
const NoteSchema = "test/note/v1"

// NoteDocument is a document whose change touches the domains "safety" and "law". If its safety names a "gate", that is the
// least result of the evaluation "care" with which a vote on it may open. If its safety says "withdrawn", it is, and its law may name
// another note that it "uses".
type NoteDocument struct {
	Schema  string            `json:"schema"`
	Version string            `json:"version"`
	Parent  document.Digest   `json:"parent,omitzero"`
	Safety  map[string]string `json:"safety"`
	Law     map[string]string `json:"law"`
	Other   string            `json:"other"`
}

// FirstNote returns the note that a test instance begins with.
func FirstNote(t testing.TB) []byte {
	t.Helper()
	return Note(t, "1.0.0", document.Digest{}, "be careful", "be fair")
}

// Note returns a note.
func Note(t testing.TB, version string, parent document.Digest, safety, law string) []byte {
	t.Helper()
	return Marshal(t, NoteDocument{Schema: NoteSchema, Version: version, Parent: parent, Safety: map[string]string{"a": safety}, Law: map[string]string{"a": law}, Other: "x"})
}

// Marshal returns canonical bytes.
func Marshal(t testing.TB, v any) []byte {
	t.Helper()
	raw, err := document.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return raw
}

// Config knows notes and policies, and takes any bundle for a statement.
func Config() replay.Config {
	read := func(raw []byte) (NoteDocument, error) {
		var n NoteDocument
		err := document.Unmarshal(raw, &n)
		return n, err
	}
	return replay.Config{
		Kinds: document.NewKinds(policy.DocumentKind(), charter.CouncilKind(), charter.NodesKind(), charter.BadgeTypeKind(), charter.TrustKind(), document.Kind{
			Schema:   NoteSchema,
			Title:    "Note",
			Validate: func(raw []byte) error { _, err := read(raw); return err },
			Version:  func(raw []byte) (string, error) { n, err := read(raw); return n.Version, err },
			Bump: func(before, after []byte) (document.Bump, string, error) {
				return document.Minor, "every change of a note is minor", nil
			},
			Uses: func(raw []byte) (map[string]document.Digest, error) {
				n, err := read(raw)
				used, ok := n.Law["uses"]
				if err != nil || !ok {
					return nil, err
				}
				d, err := document.ParseDigest(used)
				return map[string]document.Digest{"/law/uses": d}, err
			},
			Withdrawn: func(raw []byte) (bool, error) { n, err := read(raw); return n.Safety["withdrawn"] != "", err },
			Gates: func(raw []byte, results []document.Result, need int) ([]document.GateState, error) {
				n, err := read(raw)
				least, gated := n.Safety["gate"]
				if err != nil || !gated {
					return nil, err
				}
				g := document.GateState{Gate: "care", Asks: "care >= " + least}
				for _, r := range results {
					if r.Gate == g.Gate && r.Value.Compare(document.Decimal(least)) >= 0 {
						g.Signed = append(g.Signed, r.Evaluator)
					}
				}
				g.Met = len(g.Signed) >= need
				return []document.GateState{g}, nil
			},
		}),
		CheckRelease: func(e replay.Evidence, bundle []byte) (document.Digest, error) { return document.Sum(bundle), nil },
	}
}

// Policy returns the test policy: a review of an hour, a vote of three days, a window of a day.
func Policy() policy.Policy {
	return policy.Policy{
		Schema: policy.Schema, Version: "1.0.0",
		Weight: weight.Parameters{LevelPower: []weight.Micro{10 * weight.Unit, 20 * weight.Unit, 40 * weight.Unit}},
		Kinds: map[string]policy.Kind{
			NoteSchema: {
				Rules: policy.Rules{
					Threshold: weight.Fraction{Num: 1, Den: 2}, Quorum: weight.Fraction{Num: 1, Den: 5}, Heads: 2, DomainHeads: 1,
					Review: Hour, Voting: 3 * Day, Grace: Hour, Window: Day,
				},
				Paths:      map[string]map[string]uint64{"/safety/**": {"safety": 3}, "/law/**": {"law": 1}, "/version": {}, "/parent": {}},
				Evaluators: &policy.Evaluators{Domain: "law", Level: 1, Signers: 1},
			},
			policy.Schema: {
				Rules: policy.Rules{Threshold: weight.Fraction{Num: 2, Den: 3}, Quorum: weight.Fraction{Num: 1, Den: 2}, Heads: 2, Review: 2 * Hour, Voting: 3 * Day, Grace: Hour, Window: Day},
				Paths: map[string]map[string]uint64{"/version": {}, "/parent": {}},
			},
			charter.TrustSchema: {
				Rules: policy.Rules{Threshold: weight.Fraction{Num: 2, Den: 3}, Heads: 2, Review: Hour, Voting: 3 * Day, Grace: Hour, Window: Day},
				Paths: map[string]map[string]uint64{"/version": {}, "/parent": {}},
			},
		},
		Endorsements: policy.Endorsements{Ring: 2},
		Channels:     map[string]policy.Channel{"chat/stable": {Head: "note/chat", Delay: 60, Validity: 90 * Day}},
	}
}

// Lively returns a policy in which everything can happen: a sponsor within two days, objections on which experts rule
// within a day, an extension, a rest after a failure, a council and guardians.
func Lively() policy.Policy {
	p := Policy()
	note := p.Kinds[NoteSchema]
	note.Rules.Sponsors, note.Rules.Patience, note.Rules.Ruling = 1, 2*Day, Day
	note.Rules.Swing, note.Rules.Extension, note.Rules.Cooldown = 6*Hour, 12*Hour, 10*Day
	note.Grounds = map[string]policy.Judges{"safety": {Domain: "safety", Experts: 2}, "licence": {Domain: "law", Experts: 1}}
	note.Emergency = &policy.Emergency{Window: Hour, Ratify: 10 * Day}
	note.Evaluators = nil
	p.Kinds[NoteSchema] = note
	charters := policy.Rules{Threshold: weight.Fraction{Num: 1, Den: 2}, Heads: 2, Voting: 3 * Day, Grace: Hour, Window: Day}
	for _, schema := range []string{charter.CouncilSchema, charter.NodesSchema, charter.BadgeTypeSchema} {
		p.Kinds[schema] = policy.Kind{Rules: charters, Paths: map[string]map[string]uint64{"/version": {}, "/parent": {}}}
	}
	p.Council, p.Nodes = "council/main", "nodes/main"
	return p
}

// Council returns a council of ada and cy, of whom both must agree, and the guardians gil and gus, of whom both must too.
func Council(t testing.TB) []byte {
	t.Helper()
	return Marshal(t, charter.Council{
		Schema: charter.CouncilSchema, Version: "1.0.0", Until: Start + 365*Day,
		Council:   charter.Body{Threshold: 2, Members: map[string]common.Address{"ada": Address(t, "ada"), "cy": Address(t, "cy")}},
		Guardians: charter.Body{Threshold: 2, Members: map[string]common.Address{"gil": Address(t, "gil"), "gus": Address(t, "gus")}},
	})
}

// Key returns the account key that belongs to a name.
func Key(t testing.TB, name string) *ecdsa.PrivateKey {
	t.Helper()
	k, err := crypto.ToECDSA(crypto.Keccak256([]byte(name)))
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// Address returns the account that belongs to a name.
func Address(t testing.TB, name string) common.Address {
	t.Helper()
	return crypto.PubkeyToAddress(Key(t, name).PublicKey)
}

// Actor returns the account as entries write it.
func Actor(t testing.TB, name string) string {
	t.Helper()
	text, _ := Address(t, name).MarshalText()
	return string(text)
}

// LogKey returns the key of the test log.
func LogKey(t testing.TB) (note.Signer, string) {
	t.Helper()
	skey, vkey, err := note.GenerateKey(zeros{}, Origin)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := note.NewSigner(skey)
	if err != nil {
		t.Fatal(err)
	}
	return signer, vkey
}

// zeros is a source of randomness that has none.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) { clear(p); return len(p), nil }

// Genesis returns entry 0 of a test instance, and the documents that it names. It admits the node "node".
func Genesis(t testing.TB) (entry []byte, blobs [][]byte) {
	t.Helper()
	return Found(t, Policy(), map[string][]byte{"note/chat": FirstNote(t)})
}

// Found returns entry 0 of an instance with another policy and other documents.
func Found(t testing.TB, p policy.Policy, documents map[string][]byte, change ...func(*record.Genesis)) (entry []byte, blobs [][]byte) {
	t.Helper()
	_, vkey := LogKey(t)
	pol := Marshal(t, p)
	heads := map[string]document.Digest{"policy/main": document.Sum(pol)}
	for name, raw := range documents {
		heads[name] = document.Sum(raw)
		blobs = append(blobs, raw)
	}
	g := record.Genesis{
		Name: "Test", Origin: Origin, LogKey: vkey,
		Chain: record.Chain{
			ID: 1337, Block: Block,
			Badge:  common.HexToAddress("0xb000000000000000000000000000000000000001"),
			Anchor: common.HexToAddress("0xa000000000000000000000000000000000000001"),
		},
		Cosigners: record.Cosigners{Threshold: 1, Keys: map[string]string{"one": "key"}},
		Policy:    "policy/main",
		Heads:     heads,
		Nodes:     map[string]common.Address{"node": Address(t, "node")}, Witnesses: []string{},
	}
	for _, f := range change {
		f(&g)
	}
	e := record.Entry{Kind: record.KindGenesis, Time: Start, Actor: record.ActorLog, Body: Marshal(t, g)}
	raw, err := e.Encode()
	if err != nil {
		t.Fatal(err)
	}
	return raw, append(blobs, pol)
}

// Grant is a badge to mint: type 1 is safety, type 2 is law.
type Grant struct {
	Name  string
	Type  uint32
	Level uint8
}

// Badges returns the events that create both badge types, allow the issuer and mint the grants, all in one block. Two
// endorsements of level 2 stand in for the issuer of safety; law has an issuer only.
func Badges(t testing.TB, block uint64, at document.Time, grants ...Grant) []badge.Event {
	t.Helper()
	var events []badge.Event
	add := func(e badge.Event) {
		e.Block, e.Time, e.Index = block, uint64(at), uint64(len(events))
		events = append(events, e)
	}
	issuer := Address(t, "issuer")
	for i, domain := range []string{"safety", "law"} {
		created := badge.Event{Kind: badge.TypeCreated, Type: uint32(i + 1), Domain: domain, Name: domain, Levels: 3, Burn: badge.ByEither, Decision: common.Hash{1}}
		if domain == "safety" {
			created.Endorsements, created.EndorserLevel = 2, 2
		}
		add(created)
		add(badge.Event{Kind: badge.IssuerSet, Type: uint32(i + 1), Issuer: issuer, Allowed: true, Decision: common.Hash{1}})
	}
	for _, g := range grants {
		holder := Address(t, g.Name)
		add(badge.Event{Kind: badge.Minted, Type: g.Type, ID: badge.TokenID(holder, g.Type), Holder: holder, Issuer: issuer, Level: g.Level, Issued: uint64(at)})
	}
	return events
}
