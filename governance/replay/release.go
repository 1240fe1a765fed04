package replay

import (
	"fmt"
	"maps"
	"slices"

	"golang.org/x/mod/sumdb/note"

	"github.com/peritus-dao/peritus/governance/charter"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Patience is how many seconds a release waits for its co-signers once there is a newer decision. An intent that nobody signed
// must not keep the next one waiting for ever.
const Patience = 24 * 3600

// trustChannel is the channel on which trust documents are released, whatever the policy says. Its releases are read in their
// order by whoever begins at the genesis, so they do not expire in a lifetime.
var trustChannel = policy.Channel{Head: charter.TrustHead, Validity: 100 * 366 * 24 * 3600}

// TrustSet is a set of keys that took the place of those in the genesis.
type TrustSet struct {
	Digest document.Digest // of the document
	Index  int64           // of the intent of its release: releases whose intents are older may still rest on the set before
	Since  int64           // index of the released entry, from which on it is in force
	Bundle document.Digest // of its release
	charter.Trust
}

// TrustSets returns the sets of keys that were in force after those of the genesis, oldest first.
func (s *State) TrustSets() []TrustSet { return slices.Clone(s.trusted) }

// Present returns the genesis with the keys that are in force now.
func (s *State) Present() record.Genesis {
	g := s.genesis
	if n := len(s.trusted); n > 0 {
		t := s.trusted[n-1]
		g.LogKey, g.Cosigners, g.TUFRoot, g.Witnesses = t.LogKey, t.Cosigners, t.TUFRoot, t.Witnesses
	}
	return g
}

// Cosigners returns the co-signers whom a release asks for.
func (s *State) Cosigners(i record.Intent) record.Cosigners {
	for _, t := range s.trusted {
		if t.Digest == i.Trust {
			return t.Cosigners
		}
	}
	return s.genesis.Cosigners
}

// present returns the digest of the trust document in force, zero for the genesis.
func (s *State) present() document.Digest {
	if n := len(s.trusted); n > 0 {
		return s.trusted[n-1].Digest
	}
	return document.Digest{}
}

// dueIntent derives the intent of the first channel that needs a release: its head was decided on and no intent names that yet, it is
// to be halted or to go on, its last release nears its end, or nobody signed the last intent.
//
// While new keys wait for their signatures nothing else is intended, so that the index of their intent parts what the old keys may
// sign from what they may not. They wait for [Patience] at most; then whatever else is due comes first.
func (s *State) dueIntent() (*Derived, error) {
	if rs := s.channels[charter.TrustHead]; len(rs) > 0 && rs[len(rs)-1].Open(s) {
		return nil, nil
	}
	for _, name := range slices.Sorted(maps.Keys(s.policy.Channels)) {
		if name == charter.TrustHead {
			continue
		}
		if intent, due := s.intent(name, s.policy.Channels[name]); due {
			return derive(record.KindIntent, intent)
		}
	}
	if intent, due := s.intent(charter.TrustHead, trustChannel); due {
		return derive(record.KindIntent, intent)
	}
	return nil, nil
}

func (s *State) intent(name string, c policy.Channel) (intent record.Intent, due bool) {
	head, ok := s.heads[c.Head]
	if !ok || head.Proposal.IsZero() || name == charter.TrustHead && head.Schema != charter.TrustSchema {
		return intent, false
	}
	intent = record.Intent{
		Channel: name, Sequence: 1, Proposal: head.Proposal, Head: head.Name, Document: head.Digest,
		Activation: head.Since.Add(c.Delay), Trust: s.present(), Halted: c.Halted || s.halted(head.Proposal),
	}
	rs, now := s.channels[name], s.chain.Time
	if len(rs) == 0 {
		intent.Expires = intent.Activation.Add(c.Validity)
		return intent, !intent.Halted
	}
	last := rs[len(rs)-1]
	newer := last.Intent.Proposal != head.Proposal || last.Intent.Halted != intent.Halted
	switch waiting := last.Statement.IsZero(); {
	case waiting && now >= last.Intent.Expires, waiting && last.Intent.Trust != intent.Trust:
		// Nobody signed in time, or those who could no longer count.
	case waiting && intent.Halted && !last.Intent.Halted:
		// What is to be halted must not be signed first.
	case waiting && (newer || name == charter.TrustHead) && now >= last.Intended.Add(Patience):
	case waiting:
		return intent, false
	case !newer && (name == charter.TrustHead || now < last.Intent.Expires.Add(-c.Validity/4)):
		return intent, false
	}
	// What is not about a new decision is active as soon as it is signed.
	if last.Intent.Proposal == head.Proposal || intent.Activation.Add(c.Validity) <= now {
		intent.Activation = max(intent.Activation, now)
	}
	intent.Expires = intent.Activation.Add(c.Validity)
	intent.Sequence = last.Intent.Sequence + 1
	for _, r := range slices.Backward(rs) {
		if !r.Statement.IsZero() {
			intent.Previous = r.Statement
			break
		}
	}
	return intent, true
}

// halted reports whether the guardians halted what a proposal decided, and their time is not over.
func (s *State) halted(p document.Digest) bool {
	l, ok := s.proposals[p]
	return ok && s.chain.Time < l.Halted
}

func (a *application) intend() error {
	var b record.Intent
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	r := Release{Index: a.index, Intent: b, Schema: a.heads[b.Head].Schema, Intended: a.entry.Time}
	a.channels[b.Channel] = append(a.channels[b.Channel], r)
	a.changes.Releases = append(a.changes.Releases, r)
	return nil
}

func (a *application) released() error {
	var b record.Released
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	r := a.release(b.Channel, b.Sequence)
	if r == nil || !r.Statement.IsZero() {
		return refusal.New(refusal.Conflict, "release-sequence", "sequence", "release %d of %s has no open intent", b.Sequence, b.Channel)
	}
	if !r.Open(a.State) {
		return refusal.New(refusal.Conflict, "release-lapsed", "sequence", "release %d of %s lapsed unsigned; a newer one is due or there already", b.Sequence, b.Channel)
	}
	bundle, err := a.read(b.Bundle, "bundle")
	if err != nil {
		return err
	}
	evidence, err := a.Evidence(b.Channel, b.Sequence)
	if err != nil {
		return err
	}
	statement, err := a.cfg.CheckRelease(evidence, bundle)
	if err != nil {
		return refusal.New(refusal.Forbidden, "release-bundle", "bundle", "the bundle does not hold: %w", err)
	}
	if statement != b.Statement {
		return refusal.New(refusal.Invalid, "release-statement", "statement", "the bundle's statement is %s, not %s", statement, b.Statement)
	}
	if b.Channel == charter.TrustHead {
		if err := a.trust(r, b.Bundle); err != nil {
			return err
		}
	}
	r.Statement, r.Bundle, r.ReleasedAt = b.Statement, b.Bundle, a.index
	a.changes.Releases = append(a.changes.Releases, *r)
	return nil
}

// Open reports whether a release still waits for its co-signers: no newer intent took its place, and the keys that it asks for are
// in force.
func (r *Release) Open(s *State) bool {
	return r.Statement.IsZero() && r.Intent.Sequence == uint64(len(s.channels[r.Intent.Channel])) && r.Intent.Trust == s.present() &&
		(r.Intent.Channel != charter.TrustHead || s.chain.Time < r.Intended.Add(Patience))
}

// trust puts the keys of a released trust document in force.
func (a *application) trust(r *Release, bundle document.Digest) error {
	raw, err := a.read(r.Intent.Document, "document")
	if err != nil {
		return err
	}
	t, err := charter.ParseTrust(raw)
	if err != nil {
		return err
	}
	if err := CheckLogKey(t.LogKey, a.State.genesis.Origin); err != nil {
		return refusal.New(refusal.Invalid, "trust-log-key", "logKey", "%w", err)
	}
	a.State.trusted = append(a.State.trusted, TrustSet{Digest: r.Intent.Document, Index: r.Index, Since: a.index, Bundle: bundle, Trust: t})
	return nil
}

// CheckLogKey checks that a key can sign the checkpoints of the log with this origin.
func CheckLogKey(key, origin string) error {
	v, err := note.NewVerifier(key)
	if err != nil {
		return err
	}
	if v.Name() != origin {
		return fmt.Errorf("the key is of the log %q, and this is %q", v.Name(), origin)
	}
	return nil
}
