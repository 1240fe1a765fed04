package peers_test

import (
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/ethclient/simulated"
	"github.com/ethereum/go-ethereum/node"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/attestations/weight"
	"github.com/peritus-dao/peritus/contracts/peers"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/policy"
	"github.com/peritus-dao/peritus/governance/proposal"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/replay"
	"github.com/peritus-dao/peritus/governance/replay/replaytest"
)

// TestGovernor leads random proposals through ours and through a Governor at the same seconds, and compares after each block whether
// votes are taken, and at the end whether the proposal passed and from which second on it may take effect.
//
// Under an equivalent policy (threshold 1/2, one chamber, one head) these differ, each by design:
//
//   - The Governor names the last second of a vote, we the first one after it. The trace maps one to the other; nothing is left of it.
//   - A quorum of the Governor is For and Abstain against ⌊supply·q⌋; ours is everybody who took part, against ⌈weight·q⌉, and at
//     least one head. So proposals pass here that fail there for Against votes that are not counted as taking part, and the
//     other way round where the product is no integer.
//   - The Governor takes votes without weight, which change nothing; we refuse them.
//   - The Governor extends a vote whose quorum is reached late, by what is missing to a full extension after that vote. We extend a vote
//     whose outcome turns late, once and by a fixed time. Which of the two happened must be what the rule says, computed
//     here once more from the votes alone.
func TestGovernor(t *testing.T) {
	traces := 20
	if os.Getenv("PERITUS_SOAK") != "" {
		traces = 2000
	}
	seed := uint64(time.Now().UnixNano())
	if text := os.Getenv("PERITUS_SEED"); text != "" {
		var err error
		if seed, err = strconv.ParseUint(text, 10, 64); err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("seed %d; PERITUS_SEED repeats it", seed)
	c := newChain(t)
	tally := map[string]int{}
	for i := range traces {
		d := &duel{t: t, chain: c, random: rand.New(rand.NewPCG(seed, uint64(i))), notes: tally}
		d.run()
		if t.Failed() {
			t.Fatalf("trace %d of seed %d:\n%s", i, seed, strings.Join(d.story, "\n"))
		}
	}
	var lines []string
	for note, n := range tally {
		lines = append(lines, fmt.Sprintf("%6d  %s", n, note))
	}
	slices.Sort(lines)
	t.Logf("%d traces:\n%s", traces, strings.Join(lines, "\n"))
	if traces >= 2000 {
		for _, must := range []string{"passed in both", "failed in both", "queued and executed at the same second", "difference: against counts as taking part", "extended in both"} {
			if tally[must] == 0 {
				t.Errorf("no trace came to %q", must)
			}
		}
	}
}

// chain is a development chain whose clock the test sets.
type chain struct {
	t      *testing.T
	sim    *simulated.Backend
	keys   map[string]*ecdsa.PrivateKey
	nonces map[common.Address]uint64
	now    uint64
}

var voters = []string{"ann", "ben", "cat", "dov", "eve", "fay"}

// stranger has no weight.
const stranger = "stranger"

func newChain(t *testing.T) *chain {
	c := &chain{t: t, keys: map[string]*ecdsa.PrivateKey{}, nonces: map[common.Address]uint64{}}
	alloc := types.GenesisAlloc{}
	for _, name := range append([]string{stranger, "deployer"}, voters...) {
		c.keys[name] = replaytest.Key(t, name)
		alloc[crypto.PubkeyToAddress(c.keys[name].PublicKey)] = types.Account{Balance: new(big.Int).Lsh(big.NewInt(1), 100)}
	}
	c.sim = simulated.NewBackend(alloc, simulated.WithBlockGasLimit(60_000_000), func(_ *node.Config, eth *ethconfig.Config) {
		config := *eth.Genesis.Config
		config.AmsterdamTime = nil // today's rules
		eth.Genesis.Config = &config
	})
	t.Cleanup(func() { c.sim.Close() })
	// Beyond the wall clock each block is one second after the one before.
	c.moveTo(uint64(time.Now().Unix()) + 1_000_000)
	return c
}

// read asks for the chain's time.
func (c *chain) read() {
	c.t.Helper()
	head, err := c.sim.Client().HeaderByNumber(c.t.Context(), nil)
	if err != nil {
		c.t.Fatal(err)
	}
	c.now = head.Time
}

// moveTo makes an empty block at a time.
func (c *chain) moveTo(at uint64) {
	c.t.Helper()
	c.read()
	if at <= c.now {
		return
	}
	// The pool lets go of what was mined a moment after the block.
	err := c.sim.AdjustTime(time.Duration(at-c.now) * time.Second)
	for begin := time.Now(); err != nil && time.Since(begin) < 5*time.Second; {
		runtime.Gosched()
		err = c.sim.AdjustTime(time.Duration(at-c.now) * time.Second)
	}
	if err != nil {
		c.t.Fatal(err)
	}
	if c.read(); c.now != at {
		c.t.Fatalf("the chain is at %d, want %d", c.now, at)
	}
}

// commit mines what was sent.
func (c *chain) commit() { c.sim.Commit(); c.read() }

// send sends a transaction and returns its hash.
func (c *chain) send(from string, to *common.Address, data []byte) common.Hash {
	c.t.Helper()
	account := crypto.PubkeyToAddress(c.keys[from].PublicKey)
	gas := uint64(1_000_000)
	if to == nil {
		gas = 16_000_000
	}
	tx := types.MustSignNewTx(c.keys[from], types.LatestSignerForChainID(big.NewInt(1337)), &types.DynamicFeeTx{
		ChainID: big.NewInt(1337), Nonce: c.nonces[account], To: to, Data: data, Gas: gas, GasTipCap: big.NewInt(1_000_000_000), GasFeeCap: big.NewInt(10_000_000_000),
	})
	if err := c.sim.Client().SendTransaction(c.t.Context(), tx); err != nil {
		c.t.Fatal(err)
	}
	c.nonces[account]++
	return tx.Hash()
}

// done reports whether a mined transaction succeeded.
func (c *chain) done(hash common.Hash) *types.Receipt {
	c.t.Helper()
	r, err := c.sim.Client().TransactionReceipt(c.t.Context(), hash)
	if err != nil {
		c.t.Fatal(err)
	}
	return r
}

// duel is one trace.
type duel struct {
	t      *testing.T
	chain  *chain
	random *rand.Rand
	notes  map[string]int
	story  []string

	// Ours.
	state *replay.State
	blobs blobs
	block uint64
	p     document.Digest

	// Theirs.
	governor common.Address
	abi      *peers.PeerGovernor
	id       *big.Int
	call     [3]any // targets, values, calldatas of the proposal

	// The rules, in seconds and millionths, and the votes that both took.
	period, late, delay, quorum uint64
	total                       uint64
	weights                     map[string]uint64
	votes                       []vote
	taken                       []vote // by the Governor, those without weight too
	sent                        map[string]bool
	closes                      uint64 // before any extension; the Governor's deadline is the second before
}

type vote struct {
	at     uint64
	voter  string
	choice int // as the Governor numbers them: against, for, abstain
}

type blobs map[document.Digest][]byte

func (b blobs) Blob(d document.Digest) ([]byte, error) {
	if raw, ok := b[d]; ok {
		return raw, nil
	}
	return nil, replay.ErrNoBlob
}

func (b blobs) put(raw []byte) document.Digest { d := document.Sum(raw); b[d] = raw; return d }

func (d *duel) say(format string, args ...any) {
	d.story = append(d.story, fmt.Sprintf("%d: ", d.chain.now)+fmt.Sprintf(format, args...))
}

func (d *duel) note(text string) { d.notes[text]++ }

// one returns a number from low to high.
func (d *duel) one(low, high uint64) uint64 { return low + d.random.Uint64N(high-low+1) }

func (d *duel) run() {
	d.rules()
	d.found()
	d.deploy()
	d.propose()
	d.vote()
	d.finish()
}

func (d *duel) rules() {
	d.period, d.delay = d.one(70, 300), d.one(0, 100)
	if d.one(0, 1) == 0 {
		d.late = d.one(60, d.period-1)
	}
	d.quorum = []uint64{0, 1, 100_000, 250_000, 333_333, 500_000, 666_667, 999_999}[d.one(0, 7)]
}

// found founds our instance, with voters of random weights.
func (d *duel) found() {
	p := replaytest.Policy()
	p.Weight.LevelPower = []weight.Micro{weight.Micro(d.one(1, 9)), weight.Micro(d.one(9, 15)), weight.Micro(d.one(15, 40))}
	kind := p.Kinds[replaytest.NoteSchema]
	kind.Evaluators = nil
	kind.Rules = policy.Rules{
		Threshold: weight.Fraction{Num: 1, Den: 2}, Heads: 1, Review: 50, Voting: int64(d.period), Grace: 10_000, Window: int64(d.delay),
		Swing: int64(d.late), Extension: int64(d.late),
	}
	if d.quorum > 0 {
		kind.Rules.Quorum = weight.Fraction{Num: d.quorum, Den: 1_000_000}
	}
	p.Kinds[replaytest.NoteSchema] = kind
	d.state, d.blobs, d.block = replay.New(replaytest.Config()), blobs{}, replaytest.Block
	raw, named := replaytest.Found(d.t, p, map[string][]byte{"note/chat": replaytest.FirstNote(d.t)})
	for _, b := range named {
		d.blobs.put(b)
	}
	d.apply(raw)
	var grants []replaytest.Grant
	for _, name := range voters[:d.one(1, uint64(len(voters)))] {
		grants = append(grants, replaytest.Grant{Name: name, Type: 1, Level: uint8(d.one(1, 3))})
	}
	d.record(replaytest.Badges(d.t, d.block, document.Time(d.chain.now), grants...)...)
	d.weights, d.sent = map[string]uint64{}, map[string]bool{}
	for _, g := range grants {
		d.weights[g.Name] = uint64(p.Weight.LevelPower[g.Level-1])
		d.total += d.weights[g.Name]
	}
}

func (d *duel) must(err error) {
	d.t.Helper()
	if err != nil {
		d.t.Fatalf("%v\n%s", err, strings.Join(d.story, "\n"))
	}
}

func (d *duel) apply(raw []byte) {
	d.t.Helper()
	e, err := record.Decode(raw)
	d.must(err)
	_, err = d.state.Apply(raw, e, nil, d.blobs)
	d.must(err)
}

// try applies an entry of ours at the chain's time, and returns the refusal if there is one.
func (d *duel) try(e record.Entry) error {
	d.t.Helper()
	e.Time = document.Time(d.chain.now)
	raw, err := e.Encode()
	d.must(err)
	e, err = record.Decode(raw)
	d.must(err)
	_, err = d.state.Apply(raw, e, nil, d.blobs)
	return err
}

// record follows the chain to its time, and writes what is due.
func (d *duel) record(events ...badge.Event) {
	d.t.Helper()
	if events == nil {
		events = []badge.Event{}
	}
	raw := replaytest.Marshal(d.t, events)
	d.must(d.try(record.Entry{Kind: record.KindChain, Actor: record.ActorLog, Body: replaytest.Marshal(d.t, record.ChainRange{
		From: d.block, To: d.block, Hash: common.Hash{1}, Time: document.Time(d.chain.now), Count: len(events), Events: d.blobs.put(raw),
	})}))
	d.block++
	for {
		due, err := d.state.Due(document.Time(d.chain.now), d.blobs)
		d.must(err)
		if due == nil {
			return
		}
		for _, b := range due.Blobs() {
			d.blobs.put(b)
		}
		d.say("ours: %s", due.Kind)
		d.must(d.try(record.Entry{Kind: due.Kind, Actor: record.ActorLog, Body: due.Body}))
	}
}

// deploy gives the same voters the same weights in a Governor.
func (d *duel) deploy() {
	names := slices.Sorted(func(yield func(string) bool) {
		for name := range d.weights {
			if !yield(name) {
				return
			}
		}
	})
	var accounts []common.Address
	var weights []*big.Int
	for _, name := range names {
		accounts = append(accounts, replaytest.Address(d.t, name))
		weights = append(weights, new(big.Int).SetUint64(d.weights[name]))
	}
	peer := peers.NewPeer()
	// Our review is 50 s from the submission; the vote begins with the second after the Governor's snapshot.
	data := append(common.FromHex(peers.PeerMetaData.Bin), peer.PackConstructor(accounts, weights, peers.Settings{
		VotingDelay: big.NewInt(49), VotingPeriod: uint32(d.period), LateQuorumExtension: new(big.Int).SetUint64(d.late),
		QuorumNumerator: new(big.Int).SetUint64(d.quorum), TimelockDelay: new(big.Int).SetUint64(d.delay),
	})...)
	hash := d.chain.send("deployer", nil, data)
	d.chain.commit()
	r := d.chain.done(hash)
	if r.Status != types.ReceiptStatusSuccessful {
		d.t.Fatalf("the Governor was not deployed: %d gas of 16000000", r.GasUsed)
	}
	out, err := bind.Call(peer.Instance(d.chain.sim.Client(), r.ContractAddress), &bind.CallOpts{Context: d.t.Context()}, peer.PackGOVERNOR(), peer.UnpackGOVERNOR)
	d.must(err)
	d.governor, d.abi = out, peers.NewPeerGovernor()
}

// propose submits a change in both in the same second.
func (d *duel) propose() {
	targets, values, calldatas := []common.Address{{9}}, []*big.Int{new(big.Int)}, [][]byte{{}}
	d.call = [3]any{targets, values, calldatas}
	hash := d.chain.send("deployer", &d.governor, d.abi.PackPropose(targets, values, calldatas, "x"))
	d.chain.commit()
	if d.chain.done(hash).Status != types.ReceiptStatusSuccessful {
		d.t.Fatal("the Governor took no proposal")
	}
	var err error
	d.id, err = read(d, d.abi.PackGetProposalId(targets, values, calldatas, crypto.Keccak256Hash([]byte("x"))), d.abi.UnpackGetProposalId)
	d.must(err)

	d.record()
	base, _ := d.state.Head("note/chat")
	_, genesis := d.state.Genesis()
	var doc replaytest.NoteDocument
	d.must(document.Unmarshal(replaytest.Note(d.t, "1.1.0", base.Digest, "be careful", "be fair"), &doc))
	doc.Other = "y" // nobody's field: the chamber of all alone decides
	salt := strings.Repeat("s", 32)
	proposer := "ann"
	revision := d.blobs.put(replaytest.Marshal(d.t, proposal.Revision{
		Schema: proposal.Schema, Genesis: genesis, Proposer: replaytest.Address(d.t, proposer), Sequence: 1,
		Title:   proposal.Title{Text: d.blobs.put([]byte(salt + "x")), Keccak: wallet.Text("x")},
		Summary: d.blobs.put([]byte(salt + "x")),
		Changes: map[string]proposal.Change{"note/chat": {Base: base.Digest, Document: d.blobs.put(replaytest.Marshal(d.t, doc))}},
	}))
	expires := document.Time(d.chain.now + 100)
	m := wallet.Proposal{Proposer: replaytest.Address(d.t, proposer), Revision: revision, Title: wallet.Text("x"), Sequence: 1, Expires: uint64(expires)}
	sig, err := wallet.Sign(d.state.Domain().Digest(m.StructHash()), d.chain.keys[proposer])
	d.must(err)
	d.must(d.try(record.Entry{Kind: record.KindProposed, Actor: replaytest.Actor(d.t, proposer), Signature: sig.String(),
		Body: replaytest.Marshal(d.t, record.Proposed{Revision: revision, Sequence: 1, Expires: expires})}))
	d.p = revision
	d.closes = d.chain.now + 50 + d.period
	d.say("proposed; weights %v, quorum %d/1000000, late %d, closes %d", d.weights, d.quorum, d.late, d.closes)
	d.step(d.chain.now+49, nil) // the snapshot: nobody may vote yet
	d.step(d.chain.now+1, nil)
}

// read calls the Governor.
func read[T any](d *duel, data []byte, unpack func([]byte) (T, error)) (T, error) {
	d.t.Helper()
	return bind.Call(d.abi.Instance(d.chain.sim.Client(), d.governor), &bind.CallOpts{Context: d.t.Context()}, data, unpack)
}

// The Governor's states.
const (
	pending, active, defeated, succeeded, queued = 0, 1, 3, 4, 5
)

func (d *duel) theirs() uint8 {
	d.t.Helper()
	s, err := read(d, d.abi.PackState(d.id), d.abi.UnpackState)
	d.must(err)
	return s
}

func (d *duel) ours() proposal.Proposal { p, _ := d.state.Proposal(d.p); return p }

// step makes a block at a time with votes, casts them here, and compares where both stand.
func (d *duel) step(at uint64, ballots []vote) {
	d.t.Helper()
	d.chain.moveTo(at - 1)
	hashes := make([]common.Hash, len(ballots))
	for i, b := range ballots {
		hashes[i] = d.chain.send(b.voter, &d.governor, d.abi.PackCastVote(d.id, uint8(b.choice)))
	}
	if len(ballots) > 0 || d.chain.now < at {
		d.chain.commit()
	}
	if d.chain.now != at {
		d.t.Fatalf("the block is at %d, want %d", d.chain.now, at)
	}
	// A ballot that comes in the second in which a vote closes is late, whatever is written first.
	for i, b := range ballots {
		taken := d.chain.done(hashes[i]).Status == types.ReceiptStatusSuccessful
		if b.at = at; taken {
			d.taken = append(d.taken, b)
		}
		err := d.cast(b)
		d.say("%s votes %d: theirs %v, ours %v", b.voter, b.choice, taken, err)
		switch {
		case b.voter == stranger:
			if err == nil {
				d.t.Errorf("a stranger voted")
			}
			if taken {
				d.note("difference: a vote without weight is taken there")
			}
		case taken != (err == nil):
			d.t.Errorf("at %d the vote of %s was taken there: %v, and here: %v", at, b.voter, taken, err)
		case taken:
			d.votes = append(d.votes, b)
			d.sent[b.voter] = true
		case d.sent[b.voter]:
			d.note("a second vote is refused in both")
		default:
			d.note("a vote outside the time is refused in both")
		}
	}
	d.record()
	theirs, ours := d.theirs(), d.ours().Status
	d.say("theirs %d, ours %s", theirs, ours)
	extended := d.ours().ExtendedAt > 0 || d.deadline() != d.closes-1
	if !extended && (theirs == pending) != (ours == proposal.Review) || !extended && (theirs == active) != (ours == proposal.Voting) {
		d.t.Errorf("at %d theirs is %d and ours %s", at, theirs, ours)
	}
}

// cast casts a ballot here. A second one has the sequence of the first, as the Governor knows no change of a vote.
func (d *duel) cast(v vote) error {
	d.t.Helper()
	p := d.ours()
	b := record.Ballot{Proposal: d.p, Electorate: p.Electorate, Choice: []string{"against", "for", "abstain"}[v.choice], Sequence: 1, Expires: document.Time(d.chain.now + 1000)}
	m := wallet.Ballot{Voter: replaytest.Address(d.t, v.voter), Proposal: d.p, Electorate: p.Electorate, Title: p.Title.Keccak, Choice: b.Choice, Sequence: 1, Expires: uint64(b.Expires)}
	sig, err := wallet.Sign(d.state.Domain().Digest(m.StructHash()), d.chain.keys[v.voter])
	d.must(err)
	return d.try(record.Entry{Kind: record.KindBallot, Actor: replaytest.Actor(d.t, v.voter), Signature: sig.String(), Body: replaytest.Marshal(d.t, b)})
}

func (d *duel) deadline() uint64 {
	d.t.Helper()
	at, err := read(d, d.abi.PackProposalDeadline(d.id), d.abi.UnpackProposalDeadline)
	d.must(err)
	return at.Uint64()
}

// vote casts random votes, several in a block, with a liking for the seconds in which something changes.
func (d *duel) vote() {
	at := d.chain.now
	for range d.one(0, 6) {
		edges := []uint64{d.closes - 2, d.closes - 1, d.closes, d.closes + 1, d.closes - d.late - 1, d.closes - d.late, d.closes - d.late + 1}
		next := at + d.one(1, d.period/2)
		if d.one(0, 2) == 0 {
			next = edges[d.one(0, uint64(len(edges)-1))]
		}
		// Once somebody has extended, both must be open or both closed for the votes to be the same.
		if next <= at+1 || d.theirs() != active && next < d.closes {
			continue
		}
		at = next
		extended := d.deadline() != d.closes-1
		if at >= d.closes && (d.late > 0 || extended) {
			break
		}
		var ballots []vote
		for range d.one(1, 3) {
			name := voters[d.one(0, uint64(len(voters)-1))]
			if d.weights[name] == 0 || d.one(0, 19) == 0 {
				name = stranger
			}
			if !slices.ContainsFunc(ballots, func(b vote) bool { return b.voter == name }) {
				ballots = append(ballots, vote{voter: name, choice: int(d.one(0, 2))})
			}
		}
		d.step(at, ballots)
	}
	if d.chain.now+1 < d.closes {
		d.step(d.closes-1, nil)
	}
	if d.chain.now < d.closes {
		d.step(d.closes, nil)
	}
}

// count sums up the votes before a time.
func (d *duel) count(before uint64) (sums [3]uint64) {
	for _, v := range d.votes {
		if v.at < before {
			sums[v.choice] += d.weights[v.voter]
		}
	}
	return sums
}

// quorums are the two definitions.
func (d *duel) quorums(s [3]uint64) (theirs, ours bool) {
	product := d.total * d.quorum
	turnout := s[0] + s[1] + s[2]
	return s[1]+s[2] >= product/1_000_000, turnout >= (product+999_999)/1_000_000 && turnout > 0
}

// verdict is ours, computed from the votes alone.
func (d *duel) verdict(s [3]uint64) string {
	switch _, quorum := d.quorums(s); {
	case !quorum:
		return replay.NoQuorum
	case s[1] > s[0]:
		return replay.Passed
	}
	return replay.Rejected
}

// checkExtensions compares both extensions with their rules.
func (d *duel) checkExtensions() {
	if d.late == 0 {
		if d.deadline() != d.closes-1 || d.ours().ExtendedAt > 0 {
			d.t.Errorf("a vote was extended without a rule")
		}
		return
	}
	deadline := d.closes - 1
	for i := range d.taken {
		if theirs, _ := d.quorums(d.countFirst(i + 1)); theirs {
			deadline = max(deadline, d.taken[i].at+d.late)
			break
		}
	}
	if got := d.deadline(); got != deadline {
		d.t.Errorf("the Governor's deadline is %d, and its rule says %d", got, deadline)
	}
	stretch := d.closes - d.late
	before, after := d.verdict(d.count(stretch)), d.verdict(d.count(d.closes))
	turned := before != after && slices.ContainsFunc(d.votes, func(v vote) bool { return v.at >= stretch })
	if got := d.ours().ExtendedAt > 0; got != turned {
		d.t.Errorf("ours was extended: %v, and the outcome went from %s to %s", got, before, after)
	}
	switch late := deadline != d.closes-1; {
	case late && turned:
		d.note("extended in both")
	case late:
		d.note("difference: extended there, as the quorum came late, and not here, as it is still " + after)
	case turned:
		d.note("difference: extended here, as it went from " + before + " to " + after + ", and not there, as no quorum came late")
	default:
		d.note("extended in neither")
	}
}

func (d *duel) countFirst(n int) (sums [3]uint64) {
	for _, v := range d.taken[:n] {
		sums[v.choice] += d.weights[v.voter]
	}
	return sums
}

// finish lets both end, and compares.
func (d *duel) finish() {
	d.checkExtensions()
	end := max(d.deadline()+1, uint64(d.ours().Closes))
	if d.chain.now < end {
		d.step(end, nil)
	}
	sums := d.count(end)
	theirs, ours := d.theirs() == succeeded, d.ours().Status == proposal.Closed
	their, our := d.quorums(sums)
	if !ours && d.ours().Status != proposal.Rejected && d.ours().Status != proposal.NoQuorum {
		d.t.Errorf("ours ended %s", d.ours().Status)
	}
	switch {
	case theirs != (their && sums[1] > sums[0]) || ours != (our && sums[1] > sums[0]):
		d.t.Errorf("theirs passed: %v, ours: %v; against %d, for %d, abstain %d of %d", theirs, ours, sums[0], sums[1], sums[2], d.total)
	case theirs && ours:
		d.note("passed in both")
		d.queue()
	case theirs == ours:
		d.note("failed in both")
	case ours && sums[1]+sums[2] < d.total*d.quorum/1_000_000:
		d.note("difference: against counts as taking part")
	case theirs && d.total*d.quorum%1_000_000 != 0:
		d.note("difference: our quorum is rounded up")
	default:
		d.t.Errorf("unexplained: theirs passed: %v, ours: %v; against %d, for %d, abstain %d of %d", theirs, ours, sums[0], sums[1], sums[2], d.total)
	}
}

// queue queues theirs and anchors ours in the same second, and compares the first second in which either may take effect.
func (d *duel) queue() {
	targets, values, calldatas := d.call[0].([]common.Address), d.call[1].([]*big.Int), d.call[2].([][]byte)
	description := crypto.Keccak256Hash([]byte("x"))
	hash := d.chain.send("deployer", &d.governor, d.abi.PackQueue(targets, values, calldatas, description))
	d.chain.commit()
	if d.chain.done(hash).Status != types.ReceiptStatusSuccessful || d.theirs() != queued {
		d.t.Errorf("theirs could not be queued")
	}
	d.record()
	d.must(d.try(record.Entry{Kind: record.KindAnchored, Actor: record.ActorLog, Body: replaytest.Marshal(d.t, record.Anchored{
		Size: d.state.Size(), Root: document.Digest(d.state.Root()), Tx: common.Hash{2}, Block: d.state.Chain().Last, BlockHash: common.Hash{1},
		BlockTime: document.Time(d.chain.now), Proof: []document.Digest{},
	})}))
	ready := d.chain.now + d.delay
	execute := func() bool {
		_, err := read(d, d.abi.PackExecute(targets, values, calldatas, description), func([]byte) (bool, error) { return true, nil })
		return err == nil
	}
	if d.delay > 1 {
		d.chain.moveTo(ready - 1)
		d.record()
		if theirs, ours := execute(), d.ours().Status == proposal.Final; theirs || ours {
			d.t.Errorf("a second before the delay ended: theirs %v, ours %v", theirs, ours)
		}
	}
	d.chain.moveTo(ready)
	d.record()
	if theirs, ours := execute(), d.ours().Status == proposal.Final; !theirs || !ours {
		d.t.Errorf("when the delay ended: theirs %v, ours %v", theirs, ours)
		return
	}
	d.note("queued and executed at the same second")
}
