package main

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/cmd/peritus/demo"
	"github.com/peritus-dao/peritus/governance"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/store"
	"github.com/peritus-dao/peritus/modelspec"
)

// seed lets the history of the demo happen: every step is taken by the same code as in production, at the time of the
// demo's chain, and signed with the keys of the invented experts.
func (d *demoDAO) seed(ctx context.Context) error {
	if err := d.follow(ctx, true); err != nil {
		return err
	}
	present := document.Time(time.Now().Unix())
	open := 0
	var pending, last []*scene
	for _, p := range d.content.Proposals {
		s := &scene{Proposal: p, pause: 90}
		switch p.Stage {
		case demo.Final:
			// All of its life lies in the past, one decision after the other.
			s.pause = 3 * 3600
			if err := d.play(ctx, s, d.now().Add(daySeconds)); err != nil {
				return err
			}
			if err := d.finish(ctx, s); err != nil {
				return err
			}
			continue
		case demo.Review:
			last = append(last, s)
			continue
		case demo.Closing:
			s.opens = present.Add(-6 * daySeconds) // voted for five days, and in its window since yesterday
		default:
			// The first closes soon, so that a visitor can see what happens then; the others have days left.
			s.opens = present.Add(-daySeconds)
			if open++; open > 1 {
				s.opens = present.Add(-5*daySeconds + 30*60)
			}
		}
		pending = append(pending, s)
	}
	for len(pending) > 0 {
		first := 0
		for n, s := range pending {
			if s.opens < pending[first].opens {
				first = n
			}
		}
		s := pending[first]
		pending = append(pending[:first], pending[first+1:]...)
		if err := d.play(ctx, s, s.opens.Add(-daySeconds)); err != nil {
			return err
		}
	}
	for _, s := range last { // submitted an hour ago
		if err := d.submit(ctx, s, document.Time(time.Now().Unix()).Add(-3600)); err != nil {
			return err
		}
	}
	return d.until(ctx, document.Time(time.Now().Unix()))
}

// scene is a proposal of the demo on its way.
type scene struct {
	demo.Proposal
	opens  document.Time
	pause  int64 // seconds between two ballots
	digest document.Digest
	review int64 // seconds from the submission to the opening
}

// until moves the clock to a time, if that lies ahead, and lets everything that falls due on the way happen when it does.
func (d *demoDAO) until(ctx context.Context, t document.Time) error {
	for {
		next := t
		_ = d.service.View(func(s *replay.State) error {
			for _, p := range s.Proposals() {
				times := []document.Time{p.Review, p.Blocked(), p.Closes, p.Ends}
				if p.Status == proposal.Submitted {
					times = append(times, p.Submitted.Add(p.Rules.Patience))
				}
				if p.Provisional() {
					times = append(times, p.Lapses)
				}
				for _, at := range times {
					if at > d.now() && at < next {
						next = at
					}
				}
			}
			return nil
		})
		if ahead := int64(next - d.now()); ahead > 0 {
			if err := d.advance(ctx, ahead); err != nil {
				return err
			}
		} else if err := d.settle(ctx); err != nil {
			return err
		}
		if d.now() >= t { // the chain's blocks can have run ahead of its clock, and then the first move falls short
			return nil
		}
	}
}

// submit submits a proposal at a time, and signs the results that its evaluators have found.
func (d *demoDAO) submit(ctx context.Context, s *scene, at document.Time) error {
	if err := d.until(ctx, at); err != nil {
		return err
	}
	d.say("%s: %s …", d.now().String()[:10], s.Title)
	proposer, ok := d.members[s.Proposer]
	if !ok {
		return fmt.Errorf("proposal %s: there is no expert %s", s.ID, s.Proposer)
	}
	documents, texts := map[string][]byte{}, [][]byte(nil)
	for _, c := range s.Changes {
		documents[c.Head] = c.Document
		texts = append(texts, d.texts(c.Document)...)
	}
	sub, preview, _, err := d.service.PrepareProposal(ctx, governance.Draft{
		Proposer: d.address(s.Proposer), Title: s.Title, Summary: s.Summary,
		Documents: documents, Texts: texts,
	})
	if err != nil {
		return fmt.Errorf("proposal %s: %w", s.ID, err)
	}
	m := wallet.Proposal{
		Proposer: d.address(s.Proposer), Revision: preview.Digest, Title: preview.Revision.Title.Keccak,
		Sequence: preview.Revision.Sequence, Expires: uint64(sub.Expires),
	}
	if sub.Signature, err = d.sign(m.StructHash(), proposer); err != nil {
		return err
	}
	if _, err := d.service.Propose(ctx, sub); err != nil {
		return fmt.Errorf("proposal %s: %w", s.ID, err)
	}
	s.digest, s.review = preview.Digest, preview.Rules.Review
	for _, e := range s.Evaluations {
		if err := d.evaluate(ctx, s, e); err != nil {
			return fmt.Errorf("proposal %s: %s: %w", s.ID, e.Expert, err)
		}
	}
	objection := int64(0)
	for _, a := range s.Acts {
		index, err := d.act(ctx, s.digest, a, objection)
		if err != nil {
			return fmt.Errorf("proposal %s: %s: %s: %w", s.ID, a.Expert, a.Act, err)
		}
		if strings.HasPrefix(a.Act, string(proposal.Object)) {
			objection = index
		}
	}
	return nil
}

// act signs an act with the key of an expert, and returns the index of its entry.
func (d *demoDAO) act(ctx context.Context, p document.Digest, a demo.Act, objection int64) (int64, error) {
	key, ok := d.members[a.Expert]
	if !ok {
		return 0, errors.New("there is no such expert")
	}
	words := a.Act
	switch proposal.Verb(words) {
	case proposal.Answer, proposal.Retract, proposal.Uphold, proposal.Dismiss:
		words = fmt.Sprintf("%s %d", words, objection)
	}
	act, _, err := d.service.PrepareAct(ctx, p, d.address(a.Expert), words, a.Text)
	if err != nil {
		return 0, err
	}
	if act.Signature, err = d.sign(replay.ActMessage(act.Member, wallet.Text(act.Title), act.Act).StructHash(), key); err != nil {
		return 0, err
	}
	receipt, err := d.service.Act(ctx, act)
	return receipt.Index, err
}

// evaluate signs a result with the key of an expert.
func (d *demoDAO) evaluate(ctx context.Context, s *scene, e demo.Evaluation) error {
	key, ok := d.members[e.Expert]
	if !ok {
		return errors.New("there is no such expert")
	}
	for _, c := range s.Changes {
		if schema, _ := document.SchemaOf(c.Document); schema != modelspec.Schema {
			continue
		}
		v, _, err := d.service.PrepareEvaluation(ctx, d.address(e.Expert), document.Sum(c.Document), e.Gate, e.Run, e.Result)
		if err != nil {
			return err
		}
		if v.Signature, err = d.sign(replay.EvaluationMessage(v.Evaluator, v.Evaluated).StructHash(), key); err != nil {
			return err
		}
		if _, err := d.service.Evaluate(ctx, v); err != nil {
			return err
		}
	}
	return nil
}

// play submits a proposal at a time, waits for its opening and casts its ballots.
func (d *demoDAO) play(ctx context.Context, s *scene, at document.Time) error {
	if err := d.submit(ctx, s, at); err != nil {
		return err
	}
	if err := d.until(ctx, d.now().Add(s.review)); err != nil {
		return err
	}
	if status := d.statusOf(s.digest); status != proposal.Voting {
		return fmt.Errorf("proposal %s is %s, not open", s.ID, status)
	}
	for n, v := range s.Votes {
		if n > 0 {
			if err := d.until(ctx, d.now().Add(s.pause)); err != nil {
				return err
			}
		}
		if err := d.vote(ctx, s.digest, v); err != nil {
			return fmt.Errorf("proposal %s: %s: %w", s.ID, v.Expert, err)
		}
	}
	return nil
}

// finish waits until a proposal's decision has taken effect.
func (d *demoDAO) finish(ctx context.Context, s *scene) error {
	for status := d.statusOf(s.digest); !status.Ended(); status = d.statusOf(s.digest) {
		if err := d.until(ctx, d.now().Add(daySeconds)); err != nil {
			return err
		}
	}
	if status := d.statusOf(s.digest); status != proposal.Final {
		return fmt.Errorf("proposal %s ended as %s", s.ID, status)
	}
	return d.until(ctx, d.now().Add(3600)) // its release is activated a little later
}

func (d *demoDAO) statusOf(p document.Digest) proposal.Status {
	var status proposal.Status
	_ = d.service.View(func(s *replay.State) error { pr, _ := s.Proposal(p); status = pr.Status; return nil })
	return status
}

// texts returns the texts that a document refers to.
func (d *demoDAO) texts(doc []byte) [][]byte {
	schema, err := document.SchemaOf(doc)
	if err != nil {
		return nil
	}
	refs, err := kinds().References(schema, doc)
	if err != nil {
		return nil
	}
	var out [][]byte
	for _, digest := range refs {
		if text, ok := d.content.Texts[digest]; ok {
			out = append(out, text)
		}
	}
	return out
}

func (d *demoDAO) vote(ctx context.Context, p document.Digest, v demo.Vote) error {
	key, ok := d.members[v.Expert]
	if !ok {
		return errors.New("there is no such expert")
	}
	vote, _, err := d.service.PrepareBallot(ctx, p, d.address(v.Expert), v.Choice, v.Reason)
	if err != nil {
		return err
	}
	b := vote.Ballot
	m := wallet.Ballot{
		Voter: vote.Voter, Proposal: b.Proposal, Electorate: b.Electorate, Title: wallet.Text(vote.Title), Choice: b.Choice,
		Reason: b.Reason, Sequence: b.Sequence, Expires: uint64(b.Expires),
	}
	if vote.Signature, err = d.sign(m.StructHash(), key); err != nil {
		return err
	}
	_, err = d.service.Cast(ctx, vote)
	return err
}

func (d *demoDAO) sign(hash [32]byte, key *ecdsa.PrivateKey) (wallet.Signature, error) {
	c := d.trust.Record.Chain
	return wallet.Sign(wallet.Domain{ChainID: c.ID, Contract: c.Anchor}.Digest(hash), key)
}

// onceResult is what peritus demo --once prints: the way of the newest decision from a badge to a node.
type onceResult struct {
	Badge struct {
		Tx     string `json:"tx"`
		Badges int    `json:"badges"`
	} `json:"badge"`
	Proposal struct {
		Digest document.Digest `json:"digest"`
		Title  string          `json:"title"`
	} `json:"proposal"`
	Electorate struct {
		Root    document.Digest `json:"root"`
		Members int             `json:"members"`
		Weight  string          `json:"weight"`
	} `json:"electorate"`
	Ballots  int          `json:"ballots"`
	Tally    replay.Tally `json:"tally"`
	Decision struct {
		Outcome string        `json:"outcome"`
		Entry   int64         `json:"entry"`
		Final   document.Time `json:"final"`
	} `json:"decision"`
	Anchor struct {
		Tx    string `json:"tx"`
		Block uint64 `json:"block"`
		Size  int64  `json:"size"`
	} `json:"anchor"`
	Release struct {
		Channel  string          `json:"channel"`
		Sequence uint64          `json:"sequence"`
		Digest   document.Digest `json:"digest"`
		Signers  []string        `json:"signers"`
	} `json:"release"`
	Node struct {
		Applied  uint64          `json:"applied"`
		Config   document.Digest `json:"config"`
		Reported bool            `json:"reported"`
	} `json:"node"`
	Verify  replay.Report `json:"verify"`
	Seconds int64         `json:"seconds"`
}

// once says what came of the newest decision, and replays the record.
func (d *demoDAO) once(ctx context.Context, stdout io.Writer) error {
	start := time.Now()
	if err := d.settle(ctx); err != nil {
		return err
	}
	var out onceResult
	out.Badge.Tx = d.mint.Hex()
	err := d.service.View(func(s *replay.State) error {
		for range s.Badges().Badges() {
			out.Badge.Badges++
		}
		channels := s.Channels()
		if len(channels) == 0 {
			return errors.New("nothing was released")
		}
		releases := s.Releases(channels[0])
		r := releases[len(releases)-1]
		p, _ := s.Proposal(r.Intent.Proposal)
		out.Proposal.Digest = p.Digest
		out.Electorate.Root = p.Electorate
		out.Electorate.Members, out.Electorate.Weight = p.Chambers[proposal.Experts].Members, p.Chambers[proposal.Experts].Total.String()
		out.Ballots = p.Ballots
		out.Decision.Outcome, out.Decision.Entry, out.Decision.Final = string(p.Status), p.ClosedAt, p.Ended
		for _, a := range s.Anchors() {
			if a.Index == p.AnchoredAt {
				out.Anchor.Tx, out.Anchor.Block, out.Anchor.Size = a.Tx.Hex(), a.Block, a.Size
			}
		}
		out.Release.Channel, out.Release.Sequence, out.Release.Digest = r.Intent.Channel, r.Intent.Sequence, r.Statement
		raw, err := d.store.Blob(ctx, p.Tally)
		if err != nil {
			return err
		}
		if err := document.Unmarshal(raw, &out.Tally); err != nil {
			return err
		}
		title, err := d.store.Blob(ctx, p.Title.Text)
		if err != nil {
			return err
		}
		out.Proposal.Title = string(title[32:])
		for _, n := range s.Nodes() {
			out.Node.Reported = out.Node.Reported || n.Statement == r.Statement
		}
		return nil
	})
	if err != nil {
		return err
	}
	signatures, err := d.releases.Signatures(ctx, out.Release.Channel, out.Release.Sequence)
	if err != nil {
		return err
	}
	for _, s := range signatures {
		out.Release.Signers = append(out.Release.Signers, s.KeyID)
	}
	if applied := d.node.State().Applied; applied != nil {
		out.Node.Applied, out.Node.Config = applied.Sequence, applied.Config
	}
	checker, closeChain, err := openChecker(ctx, d.chain.URL(), d.genesis)
	if err != nil {
		return err
	}
	defer closeChain()
	err = d.store.Snapshot(ctx, func(r store.Reader) error {
		out.Verify, err = replay.NewVerifier(replayConfig(), store.NewSource(r), replay.Options{Genesis: document.Sum(d.genesis), Chain: checker}).Verify(ctx)
		return err
	})
	if err != nil {
		return err
	}
	if out.Node.Applied != out.Release.Sequence || out.Release.Digest.IsZero() {
		return fmt.Errorf("the node applied release %d, and the newest is %d (%s)", out.Node.Applied, out.Release.Sequence, out.Release.Digest)
	}
	out.Seconds = int64(time.Since(start) / time.Second)
	enc := json.NewEncoder(stdout)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
