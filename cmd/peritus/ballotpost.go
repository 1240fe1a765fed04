package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/contracts/chain"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
	"github.com/peritus-dao/peritus/governance/replay"
)

// posting is the transaction that posts a message on chain.
type posting struct {
	Chain uint64         `json:"chainId"`
	To    common.Address `json:"to"`
	Data  hexutil.Bytes  `json:"data"`
}

// postFlags are those of ballot post.
type postFlags struct {
	requestFlags
	genesis *string
}

func (f *postFlags) define(c *call) {
	f.keystore = c.flags.String("keystore", "", "`FILE`: a keystore of version 3 with the member's key, opened by $PERITUS_PASSPHRASE; otherwise $PERITUS_KEY is taken")
	f.account = c.flags.String("account", "", "`ADDRESS` of a member whose key is elsewhere: the words to sign are printed, or with --signature the transaction")
	f.proof = c.flags.String("signature", "", "`HEX`: what the member's wallet answered")
	f.genesis = c.flags.String("genesis", "", "`DIGEST` that is pinned, or the path of a trusted genesis.json")
}

// ballotPost prints the transaction that puts a ballot or a veto on chain. It needs the record, and nobody's leave.
func ballotPost(ctx context.Context, c *call, f *postFlags, output, where, about, choice string) error {
	d, err := document.ParseDigest(about)
	if err != nil {
		return &usageError{err.Error()}
	}
	pin, _, err := pinned(*f.genesis)
	if err != nil {
		return err
	}
	key, err := f.key(c)
	if err != nil {
		return err
	}
	member := common.HexToAddress(*f.account)
	switch {
	case key != nil:
		member = crypto.PubkeyToAddress(key.PublicKey)
	case !common.IsHexAddress(*f.account):
		return missing("there is no key to sign with: set $PERITUS_KEY or give --keystore FILE; or give --account ADDRESS, sign the words elsewhere and come back with --signature")
	}
	return openRecord(ctx, where, func(r recordAt) error {
		v := replay.NewVerifier(replayConfig(), r.source, replay.Options{Genesis: pin})
		if _, err := v.Verify(ctx); errors.Is(err, replay.ErrRefuted) {
			return &refutedError{err}
		} else if err != nil {
			return err
		}
		w, err := wordsToPost(ctx, v.State(), r.source, d, member, choice)
		if err != nil {
			return err
		}
		digest := v.State().Domain().Digest(w.hash)
		var sig wallet.Signature
		switch {
		case key != nil:
			sig, err = wallet.Sign(digest, key)
		case *f.proof != "":
			sig, err = wallet.ParseSignature(*f.proof)
		default:
			enc := json.NewEncoder(c.stdout)
			enc.SetIndent("", "  ")
			return enc.Encode(w.typed)
		}
		if err != nil {
			return &usageError{"--signature: " + oneLine(err)}
		}
		return c.posting(output, v.State(), d, member, w, sig)
	})
}

func (c *call) posting(output string, s *replay.State, d document.Digest, member common.Address, w postWords, sig wallet.Signature) error {
	if signer, err := wallet.Recover(s.Domain().Digest(w.hash), sig); err != nil || signer != member {
		return &usageError{fmt.Sprintf("the signature is not %s's under these words; print them again without --signature, and sign them", member)}
	}
	actor, _ := member.MarshalText()
	message, err := record.Post{Kind: w.kind, Actor: string(actor), Body: w.body, Signature: sig.String()}.Encode()
	if err != nil {
		return err
	}
	at := s.Chain()
	e := badge.Event{Kind: badge.Posted, Block: at.Next, Time: uint64(at.Time), Subject: common.Hash(d), Message: string(message)}
	if len(s.Keep([]badge.Event{e})) == 0 {
		return refusal.New(refusal.Forbidden, "post-passed-over", "choice", "the record would pass it over: %s has no say in this, or said it already, or %q can not be said of a proposal that stands so", member, w.said)
	}
	out := posting{Chain: s.Domain().ChainID, To: s.Domain().Contract, Data: chain.PostCall(common.Hash(d), message)}
	if output == "json" {
		return json.NewEncoder(c.stdout).Encode(out)
	}
	_, err = fmt.Fprintf(c.stdout, "chain %d\nto    %s\ndata  %s\n\nSend this from any account. A block before %s is in time.\n", out.Chain, out.To.Hex(), out.Data, w.until)
	return err
}

// postWords is what is signed to be posted.
type postWords struct {
	kind, said string
	body       []byte
	hash       [32]byte
	typed      wallet.TypedData
	until      document.Time
}

// postLife is for how many seconds beyond the deadline a post is signed: the deadline may move.
const postLife = 30 * daySeconds

// wordsToPost returns the words of a ballot in an open vote, or of a veto of what was decided. They follow from the record alone.
func wordsToPost(ctx context.Context, s *replay.State, source replay.Source, d document.Digest, member common.Address, choice string) (postWords, error) {
	p, ok := s.Proposal(d)
	if !ok {
		return postWords{}, missing("the record has no proposal %s", d)
	}
	title, err := source.Blob(ctx, p.Title.Text)
	if err != nil || len(title) < 32 {
		return postWords{}, missing("the title of the proposal cannot be read: %w", err)
	}
	w := postWords{said: choice}
	switch {
	case p.Status == proposal.Voting:
		b := record.Ballot{Proposal: d, Electorate: p.Electorate, Choice: choice, Sequence: s.NextSequence(d, member), Expires: p.Closes.Add(postLife)}
		m := wallet.Ballot{Voter: member, Proposal: d, Electorate: b.Electorate, Title: p.Title.Keccak, Choice: choice, Sequence: b.Sequence, Expires: uint64(b.Expires)}
		w.kind, w.hash, w.typed, w.until = record.KindBallot, m.StructHash(), m.TypedData(s.Domain(), string(title[32:])), p.Closes
		w.body, err = document.Marshal(b)
	case choice == string(proposal.Veto) && (p.Status == proposal.Closed || p.Status == proposal.Challenge):
		last, _ := s.LastAct(member)
		a := record.Act{Proposal: d, Act: choice, Sequence: last + 1, Expires: p.Closes.Add(p.Rules.Grace + p.Rules.Window + postLife)}
		m := replay.ActMessage(member, p.Title.Keccak, a)
		w.kind, w.hash, w.typed = record.KindAct, m.StructHash(), m.TypedData(s.Domain(), string(title[32:]))
		if w.until = p.Ends; p.Status == proposal.Closed {
			w.until = s.Time().Add(p.Rules.Window)
		}
		w.body, err = document.Marshal(a)
	default:
		err = refusal.New(refusal.Closed, "post-early-late", "proposal", "the proposal is %s; a ballot can be posted in a vote, and a veto between the count and the end of its window", p.Status)
	}
	return w, err
}
