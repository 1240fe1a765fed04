package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
)

// A request that is not what it should be is answered by a refusal that names the rule, and the field where there is
// one; it never ends in a fault of ours, and it changes nothing in the log.
func TestBadInputIsRefused(t *testing.T) {
	dir, _ := seeded(t)
	p := start(t, nil, "demo", "--data", string(dir), "--listen", "127.0.0.1:0")
	b := newBad(t, p, dir)
	t.Run("requests", b.requests)
	t.Run("ballots", b.ballots)
	t.Run("proposals", b.proposals)
	t.Run("forms", b.forms)
	t.Run("addresses", b.addresses)
	t.Run("wire", b.wire)
	p.stop()
	if strings.Contains(p.output(), "panic") || strings.Contains(p.output(), "level=ERROR") {
		t.Errorf("the server says:\n%s", p.output())
	}
	if got := peritus(t, "verify", string(dir)); got.code != exitOK {
		t.Errorf("verify: exit status %d\n%s%s", got.code, got.stdout, got.stderr)
	}
}

// bad is somebody who sends what should not be sent.
type bad struct {
	*process
	voter    member
	revision document.Digest // whose vote is open, and who has weight in it
	other    document.Digest // another open vote
	ended    document.Digest // whose vote is over
	domain   wallet.Domain
	badges   common.Address // the contract
}

func newBad(tb testing.TB, p *process, dir folder) *bad {
	tb.Helper()
	b := &bad{process: p}
	open := p.open()
	b.revision, b.other = open[0].Revision, open[len(open)-1].Revision
	for _, s := range read[[]summary](tb, p, "/api/v1/proposals?status=final") {
		b.ended = s.Revision
	}
	g, err := readGenesis(p.get(tb, "/log/genesis.json"))
	if err != nil {
		tb.Fatal(err)
	}
	b.domain, b.badges = wallet.Domain{ChainID: g.Chain.ID, Contract: g.Chain.Anchor}, g.Chain.Badge
	for _, m := range members(tb, dir) {
		if _, err := prepare(p.url, b.revision, m, "for", ""); err == nil {
			b.voter = m
		}
	}
	if b.voter.key == nil || b.ended.IsZero() || b.other == b.revision {
		tb.Fatal("the demo has no vote that is open, no vote that is over, or no voter")
	}
	return b
}

// ballot returns a signed ballot that would be taken, with its message.
func (b *bad) ballot(tb testing.TB, choice string) (signedBallot, wallet.Ballot) {
	tb.Helper()
	w, err := prepare(b.url, b.revision, b.voter, choice, "")
	if err != nil {
		tb.Fatal(err)
	}
	s, err := b.voter.sign(w, choice, "")
	if err != nil {
		tb.Fatal(err)
	}
	var typed struct {
		Message struct {
			Electorate string `json:"electorate"`
			Title      string `json:"title"`
		} `json:"message"`
	}
	if err := json.Unmarshal(w.TypedData, &typed); err != nil {
		tb.Fatal(err)
	}
	m := wallet.Ballot{
		Voter: b.voter.address, Proposal: b.revision, Electorate: common.HexToHash(typed.Message.Electorate), Title: wallet.Text(typed.Message.Title),
		Choice: choice, Sequence: w.Sequence, Expires: uint64(w.Expires),
	}
	if common.Hash(b.domain.Digest(m.StructHash())) != w.Digest {
		tb.Fatalf("the words to sign are others than those that the digest is of: %s", w.TypedData)
	}
	return s, m
}

// request is one bad request.
type request struct {
	name   string
	method string
	path   string
	header map[string]string
	body   string
	status int
	rule   string // empty: any, as for field
	field  string
}

// refuse sends a request, and checks that it is refused as it should be and that the log stays as it is.
func (b *bad) refuse(t *testing.T, r request) {
	t.Run(strings.ReplaceAll(r.name, " ", "-"), func(t *testing.T) {
		before := b.get(t, "/log/checkpoint")
		method := r.method
		if method == "" {
			method = http.MethodPost
		}
		req, err := http.NewRequest(method, b.url, strings.NewReader(r.body))
		if err != nil {
			t.Fatal(err)
		}
		req.URL.Opaque = "//" + req.URL.Host + r.path // as it is written, whatever is in it
		if method == http.MethodPost {
			req.Header.Set("Content-Type", "application/json")
		}
		for k, v := range r.header {
			req.Header.Set(k, v)
		}
		if len(r.body) > 1<<16 {
			req.Header.Set("Expect", "100-continue") // or the answer could be lost with the connection
		}
		got, err := do(req)
		if err != nil {
			t.Fatal(err)
		}
		if got.status != r.status {
			t.Errorf("status %d, want %d: %s", got.status, r.status, clip(got.body))
		}
		if method == http.MethodHead || got.status < 400 {
			return
		}
		switch kind := got.header.Get("Content-Type"); {
		case strings.HasPrefix(kind, "application/problem+json"):
			var problem struct {
				Type, Title, Detail, Rule, Field string
				Status                           int
			}
			if err := json.Unmarshal(got.body, &problem); err != nil {
				t.Fatalf("%v in %s", err, got.body)
			}
			t.Logf("%d %s %s: %s", problem.Status, problem.Rule, problem.Field, problem.Detail)
			if problem.Status != got.status || problem.Rule == "" || r.rule != "" && problem.Rule != r.rule || problem.Type != "/problems/"+problem.Rule || problem.Title == "" || problem.Detail == "" {
				t.Errorf("want a problem document of the rule %q: %s", r.rule, clip(got.body))
			}
			if strings.Contains(problem.Detail, "common.") || strings.Contains(problem.Detail, "Go ") {
				t.Errorf("it speaks Go: %s", problem.Detail)
			}
			if r.field != "" && problem.Field != r.field {
				t.Errorf("it names the field %q, want %q: %s", problem.Field, r.field, clip(got.body))
			}
		case strings.HasPrefix(kind, "text/html"):
			if !bytes.Contains(got.body, []byte("<h1")) || r.rule != "" && !bytes.Contains(got.body, []byte(r.rule)) {
				t.Errorf("want an error page of the rule %q: %s", r.rule, clip(got.body))
			}
		default:
			t.Errorf("the answer is %q, neither a problem document nor a page: %s", kind, clip(got.body))
		}
		if after := b.get(t, "/log/checkpoint"); !bytes.Equal(before, after) {
			t.Errorf("the log has changed:\n%s\n%s", before, after)
		}
	})
}

func clip(b []byte) []byte { return b[:min(len(b), 1000)] }

func (b *bad) requests(t *testing.T) {
	prepare := "/api/v1/proposals/" + b.revision.String() + "/ballots/prepare"
	voter := strings.ToLower(b.voter.address.Hex())
	good := fmt.Sprintf(`{"voter":%q,"choice":"for"}`, voter)
	for _, r := range []request{
		{name: "no body", path: prepare, status: 400, rule: "request-schema"},
		{name: "not JSON", path: prepare, body: "for", status: 400, rule: "request-schema"},
		{name: "cut off", path: prepare, body: good[:20], status: 400, rule: "request-schema"},
		{name: "something after it", path: prepare, body: good + "{}", status: 400, rule: "request-schema"},
		{name: "an array", path: prepare, body: "[" + good + "]", status: 422, rule: "request-schema"},
		{name: "null", path: prepare, body: "null", status: 422, rule: "request-schema"},
		{name: "a number as choice", path: prepare, body: `{"voter":"` + voter + `","choice":1}`, status: 422, rule: "request-schema", field: "choice"},
		{name: "no choice", path: prepare, body: `{"voter":"` + voter + `"}`, status: 422, rule: "request-schema", field: "choice"},
		{name: "null for a choice", path: prepare, body: `{"voter":"` + voter + `","choice":null}`, status: 422, rule: "request-schema", field: "choice"},
		{name: "a choice twice", path: prepare, body: `{"voter":"` + voter + `","choice":"for","choice":"against"}`, status: 422, rule: "request-schema", field: "choice"},
		{name: "a choice in capitals", path: prepare, body: `{"voter":"` + voter + `","Choice":"for"}`, status: 422, rule: "request-schema", field: "Choice"},
		{name: "a choice in capitals beside another", path: prepare, body: `{"voter":"` + voter + `","choice":"for","Choice":"against"}`, status: 422, rule: "request-schema", field: "Choice"},
		{name: "a reason that is not UTF-8", path: prepare, body: `{"voter":"` + voter + `","choice":"for","reason":"` + "\xff" + `"}`, status: 422, rule: "request-schema", field: "reason"},
		{name: "half a character in a reason", path: prepare, body: `{"voter":"` + voter + `","choice":"for","reason":"\ud800"}`, status: 422, rule: "request-schema", field: "reason"},
		{name: "an unknown field", path: prepare, body: `{"voter":"` + voter + `","choice":"for","weight":"9"}`, status: 422, rule: "request-schema", field: "weight"},
		{name: "a NUL in the choice", path: prepare, body: `{"voter":"` + voter + `","choice":"for\u0000"}`, status: 422, rule: "ballot-choice", field: "choice"},
		{name: "another choice", path: prepare, body: `{"voter":"` + voter + `","choice":"` + strings.Repeat("yes", 1000) + `"}`, status: 422, rule: "ballot-choice", field: "choice"},
		{name: "a short address", path: prepare, body: `{"voter":"0x00","choice":"for"}`, status: 422, rule: "request-schema", field: "voter"},
		{name: "an address that is a name", path: prepare, body: `{"voter":"vitalik.eth","choice":"for"}`, status: 422, rule: "request-schema", field: "voter"},
		{name: "a reason that is too long", path: prepare, body: `{"voter":"` + voter + `","choice":"for","reason":"` + strings.Repeat("a", 4097) + `"}`, status: 422, rule: "ballot-reason", field: "reason"},
		{name: "deeply nested", path: prepare, body: strings.Repeat("[", 10000) + strings.Repeat("]", 10000), status: 422, rule: "request-schema"},
		{name: "a body that is too large", path: prepare, body: `{"voter":"` + voter + `","choice":"for","reason":"` + strings.Repeat("a", 70<<10) + `"}`, status: 413, rule: "too-large"},
		{name: "a form for JSON", path: prepare, header: map[string]string{"Content-Type": "application/x-www-form-urlencoded"}, body: "voter=" + voter + "&choice=for", status: 415, rule: "content-type"},
		{name: "XML", path: prepare, header: map[string]string{"Content-Type": "text/xml"}, body: "<a/>", status: 415, rule: "content-type"},
		{name: "a compressed body", path: prepare, header: map[string]string{"Content-Encoding": "gzip"}, body: good, status: 415, rule: "unsupported-media-type"},
		{name: "from another site", path: prepare, header: map[string]string{"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}, body: good, status: 403, rule: "cross-origin"},
		{name: "from another origin", path: prepare, header: map[string]string{"Origin": "https://evil.example"}, body: good, status: 403, rule: "cross-origin"},
		{name: "from nowhere", path: prepare, header: map[string]string{"Origin": "null"}, body: good, status: 403, rule: "cross-origin"},
		{name: "by PUT", method: "PUT", path: prepare, body: good, status: 405, rule: "method"},
		{name: "by DELETE", method: "DELETE", path: "/api/v1/proposals/" + b.revision.String(), status: 405, rule: "method"},
		{name: "by OPTIONS", method: "OPTIONS", path: prepare, status: 405, rule: "method"},
		{name: "by HEAD", method: "HEAD", path: prepare, status: 405, rule: "method"},
		{name: "by GET", method: "GET", path: prepare, status: 405, rule: "method"},
		{name: "by TRACE", method: "TRACE", path: "/", status: 405, rule: "method"},
	} {
		b.refuse(t, r)
	}
}

func (b *bad) ballots(t *testing.T) {
	cast := "/api/v1/proposals/" + b.revision.String() + "/ballots"
	encode := func(v any) string {
		raw, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(raw)
	}
	// resigned signs a message that was changed.
	resigned := func(d wallet.Domain, m wallet.Ballot) string {
		sig, err := wallet.Sign(d.Digest(m.StructHash()), b.voter.key)
		if err != nil {
			t.Fatal(err)
		}
		return sig.String()
	}
	good, m := b.ballot(t, "for")
	with := func(change func(*signedBallot)) string {
		c := good
		change(&c)
		return encode(c)
	}
	elsewhere, chain, badges, contract, electorate, unfrozen, title, stranger := m, b.domain, b.domain, b.domain, m, m, m, m
	elsewhere.Proposal = b.other
	chain.ChainID = 1
	badges.Contract = b.badges
	contract.Contract = common.HexToAddress("0x01")
	electorate.Electorate[0] ^= 1
	unfrozen.Electorate = [32]byte{}
	title.Title = wallet.Text("Another title")
	key, err := crypto.GenerateKey()
	if err != nil {
		t.Fatal(err)
	}
	stranger.Voter = crypto.PubkeyToAddress(key.PublicKey)
	strange, err := wallet.Sign(b.domain.Digest(stranger.StructHash()), key)
	if err != nil {
		t.Fatal(err)
	}
	expired, jump := m, m
	expired.Expires = uint64(time.Now().Add(-time.Hour).Unix())
	jump.Sequence += 1001
	// The same signature with the other root: n − s, and the parity turned.
	sig, err := wallet.ParseSignature(good.Signature)
	if err != nil {
		t.Fatal(err)
	}
	high := sig
	new(big.Int).Sub(crypto.S256().Params().N, new(big.Int).SetBytes(sig[32:64])).FillBytes(high[32:64])
	high[64] = 55 - sig[64]
	for _, r := range []request{
		{name: "signed by nobody", path: cast, body: with(func(s *signedBallot) { s.Signature = "" }), status: 422, rule: "signature-form", field: "signature"},
		{name: "a signature of zeros", path: cast, body: with(func(s *signedBallot) { s.Signature = "0x" + strings.Repeat("0", 130) }), status: 422, rule: "signature-form", field: "signature"},
		{name: "a signature that is cut off", path: cast, body: with(func(s *signedBallot) { s.Signature = s.Signature[:100] }), status: 422, rule: "signature-form", field: "signature"},
		{name: "a signature with high s", path: cast, body: with(func(s *signedBallot) { s.Signature = high.String() }), status: 422, rule: "signature-malleable", field: "signature"},
		{name: "another signature's v", path: cast, body: with(func(s *signedBallot) { s.Signature = s.Signature[:130] + "05" }), status: 422, rule: "signature-form", field: "signature"},
		{name: "the choice changed", path: cast, body: with(func(s *signedBallot) { s.Choice = "against" }), status: 403, rule: "ballot-choice-signed", field: "choice"},
		{name: "the expiry changed", path: cast, body: with(func(s *signedBallot) { s.Expires-- }), status: 403, rule: "ballot-signature", field: "signature"},
		{name: "a reason put in", path: cast, body: with(func(s *signedBallot) { s.Reason, s.Salt = "bribed", strings.Repeat("00", 32) }), status: 403, rule: "ballot-signature", field: "signature"},
		{name: "a reason without its salt", path: cast, body: with(func(s *signedBallot) { s.Reason = "bribed" }), status: 422, rule: "salt-form", field: "salt"},
		{name: "signed for another chain", path: cast, body: with(func(s *signedBallot) { s.Signature = resigned(chain, m) }), status: 403, rule: "ballot-chain", field: "signature"},
		{name: "signed for the badge contract", path: cast, body: with(func(s *signedBallot) { s.Signature = resigned(badges, m) }), status: 403, rule: "ballot-instance", field: "signature"},
		{name: "signed under another sequence", path: cast, body: with(func(s *signedBallot) { s.Sequence++ }), status: 403, rule: "ballot-sequence-signed", field: "sequence"},
		{name: "from the zero address", path: cast, body: with(func(s *signedBallot) { s.Voter = common.Address{} }), status: 422, rule: "ballot-voter", field: "voter"},
		{name: "signed for another contract", path: cast, body: with(func(s *signedBallot) { s.Signature = resigned(contract, m) }), status: 403, rule: "ballot-signature", field: "signature"},
		{name: "signed for another electorate", path: cast, body: with(func(s *signedBallot) { s.Signature = resigned(b.domain, electorate) }), status: 403, rule: "ballot-signature", field: "signature"},
		{name: "signed for no electorate", path: cast, body: with(func(s *signedBallot) { s.Signature = resigned(b.domain, unfrozen) }), status: 403, rule: "ballot-electorate-signed", field: "electorate"},
		{name: "signed for another title", path: cast, body: with(func(s *signedBallot) { s.Signature = resigned(b.domain, title) }), status: 403, rule: "ballot-signature", field: "signature"},
		{name: "signed for another proposal", path: cast, body: with(func(s *signedBallot) { s.Signature = resigned(b.domain, elsewhere) }), status: 403, rule: "ballot-proposal-signed", field: "proposal"},
		{name: "from a stranger", path: cast, body: with(func(s *signedBallot) { s.Voter, s.Signature = stranger.Voter, strange.String() }), status: 403, rule: "ballot-weight", field: "voter"},
		{name: "a stranger for a voter", path: cast, body: with(func(s *signedBallot) { s.Signature = strange.String() }), status: 403, rule: "ballot-signature", field: "signature"},
		{name: "expired", path: cast, body: with(func(s *signedBallot) {
			s.Expires, s.Signature = document.Time(expired.Expires), resigned(b.domain, expired)
		}), status: 422, rule: "ballot-expired", field: "expires"},
		{name: "a sequence that jumps", path: cast, body: with(func(s *signedBallot) { s.Sequence, s.Signature = jump.Sequence, resigned(b.domain, jump) }), status: 422, rule: "ballot-sequence-jump", field: "sequence"},
		{name: "sequence 0", path: cast, body: with(func(s *signedBallot) {
			zero := m
			zero.Sequence = 0
			s.Sequence, s.Signature = 0, resigned(b.domain, zero)
		}), status: 422, rule: "ballot-sequence", field: "sequence"},
		{name: "a huge sequence", path: cast, body: strings.Replace(encode(good), fmt.Sprintf(`"sequence":%d`, good.Sequence), `"sequence":18446744073709551616`, 1), status: 422, rule: "request-schema", field: "sequence"},
		{name: "a sequence beyond 2^53", path: cast, body: strings.Replace(encode(good), fmt.Sprintf(`"sequence":%d`, good.Sequence), `"sequence":9007199254740993`, 1), status: 422, rule: "request-schema", field: "sequence"},
		{name: "a negative sequence", path: cast, body: strings.Replace(encode(good), fmt.Sprintf(`"sequence":%d`, good.Sequence), `"sequence":-1`, 1), status: 422, rule: "request-schema", field: "sequence"},
		{name: "a fraction for a sequence", path: cast, body: strings.Replace(encode(good), fmt.Sprintf(`"sequence":%d`, good.Sequence), `"sequence":1.5`, 1), status: 422, rule: "request-schema", field: "sequence"},
		{name: "1e400 for a sequence", path: cast, body: strings.Replace(encode(good), fmt.Sprintf(`"sequence":%d`, good.Sequence), `"sequence":1e400`, 1), status: 422, rule: "request-schema", field: "sequence"},
		{name: "a time that is none", path: cast, body: strings.Replace(encode(good), good.Expires.String(), "2026-02-30T00:00:00Z", 1), status: 422, rule: "request-schema", field: "expires"},
		{name: "a time of another zone", path: cast, body: strings.Replace(encode(good), good.Expires.String(), "2026-11-30T00:00:00+01:00", 1), status: 422, rule: "request-schema", field: "expires"},
		{name: "on an unknown proposal", path: "/api/v1/proposals/" + strings.Repeat("0", 64) + "/ballots", body: encode(good), status: 404, rule: "ballot-proposal"},
		{name: "on no proposal", path: "/api/v1/proposals/x/ballots", body: encode(good), status: 422, rule: "request-schema", field: "revision"},
		{name: "after the close", path: "/api/v1/proposals/" + b.ended.String() + "/ballots", body: encode(good), status: 409, rule: "ballot-late"},
		{name: "words after the close", path: "/api/v1/proposals/" + b.ended.String() + "/ballots/prepare", body: encode(map[string]any{"voter": b.voter.address, "choice": "for"}), status: 409, rule: "ballot-late"},
		{name: "words for a stranger", path: cast + "/prepare", body: encode(map[string]any{"voter": stranger.Voter, "choice": "for"}), status: 403, rule: "ballot-weight", field: "voter"},
		{name: "words for the zero address", path: cast + "/prepare", body: encode(map[string]any{"voter": common.Address{}, "choice": "for"}), status: 422, rule: "ballot-voter", field: "voter"},
		{name: "the co-signature of a stranger", path: "/api/v1/cosignatures", body: `{"channel":"chat/stable","sequence":1,"envelope":{"payloadType":"x","payload":"","signatures":[]}}`, status: 422, rule: "envelope"},
		{name: "the report of a stranger", path: "/api/v1/nodes/reports", body: encode(map[string]any{"node": stranger.Voter, "channel": "chat/stable", "release": 1,
			"statement": strings.Repeat("0", 64), "config": strings.Repeat("0", 64), "applied": "2026-11-22T00:00:00Z", "signature": strange}), status: 403, rule: "report-node", field: "node"},
	} {
		b.refuse(t, r)
	}

	t.Run("replayed", func(t *testing.T) {
		first, err := post(b.url+cast, good, http.StatusCreated)
		if err != nil {
			t.Fatal(err)
		}
		second, sm := b.ballot(t, "against")
		if second.Sequence != good.Sequence+1 {
			t.Fatalf("sequence %d follows %d", second.Sequence, good.Sequence)
		}
		if _, err := post(b.url+cast, second, http.StatusCreated); err != nil {
			t.Fatal(err)
		}
		before := b.get(t, "/log/checkpoint")
		// The older ballot again: it stands where it stood, and the newer one still counts. Another spelling of the
		// signature is the same ballot.
		again := good
		again.Signature = strings.ToUpper(good.Signature[2:])
		for _, body := range []signedBallot{good, {Voter: good.Voter, Choice: good.Choice, Sequence: good.Sequence, Expires: good.Expires, Signature: good.Signature[:130] + fmt.Sprintf("%02x", sig[64]-27)}} {
			raw, err := post(b.url+cast, body, http.StatusOK)
			if err != nil {
				t.Fatal(err)
			}
			a, err1 := record.ParseReceipt(first)
			c, err2 := record.ParseReceipt(raw)
			if err1 != nil || err2 != nil || a.Index != c.Index || !bytes.Equal(a.Entry, c.Entry) {
				t.Errorf("the answer is another one: %v %v\n%s\n%s", err1, err2, first, raw)
			}
		}
		if after := b.get(t, "/log/checkpoint"); !bytes.Equal(before, after) {
			t.Errorf("a replayed ballot changed the log:\n%s\n%s", before, after)
		}
		used := sm
		used.Choice = "abstain"
		b.refuse(t, request{name: "other words under a used sequence", path: cast, body: encode(signedBallot{
			Voter: second.Voter, Choice: "abstain", Sequence: second.Sequence, Expires: second.Expires, Signature: resigned(b.domain, used),
		}), status: 409, rule: "ballot-sequence-used", field: "sequence"})
	})
}

func (b *bad) proposals(t *testing.T) {
	const prepare, propose = "/api/v1/proposals/prepare", "/api/v1/proposals"
	var head struct {
		Digest document.Digest `json:"digest"`
	}
	for _, d := range read[[]struct {
		Head   string          `json:"head"`
		Digest document.Digest `json:"digest"`
	}](t, b.process, "/api/v1/documents") {
		if d.Head == "mixture/pretraining" {
			head.Digest = d.Digest
		}
	}
	mixture := string(b.get(t, "/blob/sha256/"+head.Digest.String()))
	body := func(proposer common.Address, title, doc string) string {
		return fmt.Sprintf(`{"proposer":%q,"title":%q,"summary":"s","documents":{"mixture/pretraining":%s}}`, strings.ToLower(proposer.Hex()), title, doc)
	}
	me := b.voter.address
	for _, r := range []request{
		{name: "a document that is a number", path: prepare, body: body(me, "t", `1e999`), status: 422, rule: "document", field: "documents"},
		{name: "no document", path: prepare, body: fmt.Sprintf(`{"proposer":%q,"title":"t","summary":"s","documents":{}}`, me), status: 422},
		{name: "an unknown kind of document", path: prepare, body: body(me, "t", `{"schema":"peritus/none/v1"}`), status: 422, rule: "document", field: "documents"},
		{name: "a document without schema", path: prepare, body: body(me, "t", `{}`), status: 422, rule: "document", field: "documents"},
		{name: "the same document", path: prepare, body: body(me, "t", mixture), status: 422},
		{name: "a document with a key twice", path: prepare, body: body(me, "t", strings.Replace(mixture, "{", `{"schema":"peritus/mixture/v1",`, 1)), status: 422, rule: "document", field: "documents"},
		{name: "a document with an unknown field", path: prepare, body: body(me, "t", strings.Replace(mixture, "{", `{"zzz":1,`, 1)), status: 422, rule: "document", field: "documents"},
		{name: "an empty title", path: prepare, body: body(me, "", mixture), status: 422, rule: "proposal-title", field: "title"},
		{name: "a title of two lines", path: prepare, body: body(me, "a\nb", mixture), status: 422, rule: "proposal-title", field: "title"},
		{name: "a title that turns its direction", path: prepare, body: body(me, "a\u202eb", mixture), status: 422, rule: "proposal-title", field: "title"},
		{name: "nothing that was prepared", path: propose, body: fmt.Sprintf(`{"text":"{}","title":"t","titleSalt":"%064x","summary":"s","summarySalt":"%064x","documents":{},"expires":"2030-01-01T00:00:00Z","signature":"0x%0130x"}`, 1, 2, 3), status: 422},
	} {
		b.refuse(t, r)
	}
}

func (b *bad) forms(t *testing.T) {
	form := map[string]string{"Content-Type": "application/x-www-form-urlencoded", "Accept": "text/html", "Origin": b.url}
	page := "/proposals/" + b.revision.String()
	voter := b.voter.address.Hex()
	for _, r := range []request{
		{name: "no voter", path: page + "/sign", header: form, body: "choice=for", status: 422, rule: "address-form"},
		{name: "no choice", path: page + "/sign", header: form, body: "voter=" + voter, status: 422, rule: "ballot-choice"},
		{name: "a voter without weight", path: page + "/sign", header: form, body: "choice=for&voter=0x" + strings.Repeat("1", 40), status: 403, rule: "ballot-weight"},
		{name: "broken escapes", path: page + "/sign", header: form, body: "choice=%zz&voter=%", status: 422},
		{name: "no signature", path: page + "/vote", header: form, body: "voter=" + voter + "&choice=for&sequence=1&expires=2030-01-01T00:00:00Z", status: 422, rule: "signature-form"},
		{name: "no sequence", path: page + "/vote", header: form, body: "voter=" + voter, status: 422, rule: "number-form"},
		{name: "a vote from another site", path: page + "/vote", header: map[string]string{"Content-Type": form["Content-Type"], "Accept": "text/html", "Origin": "https://evil.example"}, body: "voter=" + voter, status: 403, rule: "cross-origin"},
		{name: "a vote after the close", path: "/proposals/" + b.ended.String() + "/sign", header: form, body: "choice=for&voter=" + voter, status: 409, rule: "ballot-late"},
		{name: "a sign-in that was not asked for", path: "/signin", header: form, body: "message=hello&signature=0x00", status: 401},
		{name: "a clock that goes back", path: "/demo/clock", header: form, body: "seconds=-5", status: 422, rule: "number-form"},
		{name: "a clock that leaps", path: "/demo/clock", header: form, body: "seconds=999999999", status: 422, rule: "clock-step"},
		{name: "a wallet that is not JSON", path: "/demo/wallet", body: "{", status: 422, rule: "json"},
		{name: "the wallet of a stranger", path: "/demo/wallet", body: `{"method":"eth_accounts","params":[],"account":"0x` + strings.Repeat("1", 40) + `"}`, status: 404, rule: "demo-account"},
		{name: "a wallet's method that it does not have", path: "/demo/wallet", body: `{"method":"eth_sendTransaction","params":[],"account":"` + voter + `"}`, status: 422, rule: "demo-method"},
		{name: "a wallet that should sign anything", path: "/demo/wallet", body: `{"method":"eth_signTypedData_v4","params":["` + voter + `","{}"],"account":"` + voter + `"}`, status: 422, rule: "demo-params"},
	} {
		b.refuse(t, r)
	}
}

func (b *bad) addresses(t *testing.T) {
	html := map[string]string{"Accept": "text/html"}
	for _, r := range []request{
		{name: "no such page", path: "/nothing", header: html, status: 404, rule: "no-such-page"},
		{name: "no such operation", path: "/api/v1/nothing", status: 404, rule: "no-such-page"},
		{name: "a proposal that is none", path: "/proposals/abc", header: html, status: 404, rule: "no-such-page"},
		{name: "a proposal that is not there", path: "/proposals/" + strings.Repeat("0", 64), header: html, status: 404, rule: "proposal-unknown"},
		{name: "a receipt of no ballot", path: "/receipts/0", header: html, status: 404, rule: "receipt-unknown"},
		{name: "a receipt of no entry", path: "/api/v1/receipts/99999999", status: 404, rule: "entry-unknown"},
		{name: "a receipt before the first", path: "/api/v1/receipts/-1", status: 422, rule: "request-schema", field: "index"},
		{name: "a receipt beyond all numbers", path: "/api/v1/receipts/99999999999999999999", status: 422, rule: "request-schema", field: "index"},
		{name: "an entry beyond all numbers", path: "/log/entries/9223372036854775807", header: html, status: 404, rule: "no-such-page"},
		{name: "an entry that is not there", path: "/log/entries/99999999", header: html, status: 404, rule: "entry-unknown"},
		{name: "a log before nothing", path: "/log?before=x", header: html, status: 422, rule: "number-form"},
		{name: "a member that is none", path: "/members/0xzz", header: html, status: 422, rule: "address-form"},
		{name: "somebody's box that is nobody's", path: "/proposals/" + b.revision.String() + "?as=me", header: html, status: 422, rule: "address-form"},
		{name: "a badge type that is not there", path: "/badges/999999", header: html, status: 404},
		{name: "a badge type beyond all numbers", path: "/api/v1/badges/99999999999", status: 404, rule: "badge-type-unknown", field: "type"},
		{name: "a badge type that would be another in 32 bits", path: "/api/v1/badges/4294967297", status: 404, rule: "badge-type-unknown", field: "type"},
		{name: "a badge type below all", path: "/api/v1/badges/-1", status: 422, rule: "request-schema", field: "type"},
		{name: "a member by a name", path: "/api/v1/members/amara", status: 422, rule: "request-schema", field: "address"},
		{name: "a status that no proposal has", path: "/api/v1/proposals?status=zzz", status: 422, rule: "request-schema", field: "status"},
		{name: "a document that is not there", path: "/documents/none/of/these", header: html, status: 404},
		{name: "a release that is not there", path: "/releases/chat/stable/99", header: html, status: 404},
		{name: "a blob that is not there", path: "/blob/sha256/" + strings.Repeat("0", 64), status: 404},
		{name: "a blob's name in capitals", path: "/blob/sha256/" + strings.Repeat("AB", 32), status: 404, rule: "no-such-page"},
		{name: "a way out of the blobs", path: "/blob/sha256/../../keys/log.key", status: 404, rule: "no-such-page"},
		{name: "a way out of the blobs in disguise", path: "/blob/sha256/%2e%2e%2f%2e%2e%2fkeys%2flog.key", status: 404, rule: "no-such-page"},
		{name: "a way out of the tiles", path: "/log/tile/../../keys/log.key", status: 404},
		{name: "a way out of the tiles in disguise", path: "/log/tile/%2e%2e/%2e%2e/keys/log.key", status: 404},
		{name: "a tile that is not there yet", path: "/log/tile/0/000", status: 404, rule: "tile-unknown"},
		{name: "a tile of too many entries", path: "/log/tile/entries/000.p/255", status: 404, rule: "tile-unknown"},
		{name: "a tile that is none", path: "/log/tile/-1/x", status: 404, rule: "tile-path"},
		{name: "a tile with a huge index", path: "/log/tile/0/x999/x999/x999/x999/x999/x999/999", status: 404},
		{name: "a way out of the TUF files", path: "/tuf/../keys/log.key", status: 404},
		{name: "a way out of the TUF files in disguise", path: "/tuf/%2e%2e/%2e%2e/keys/log.key", status: 404},
		{name: "a backslash's way out of the TUF files", path: "/tuf/..%5c..%5ckeys%5clog.key", status: 404},
		{name: "an absolute TUF file", path: "/tuf//etc/passwd", status: 404},
		{name: "a TUF file with a NUL", path: "/tuf/timestamp.json%00", status: 404},
		{name: "a way out of the static files", path: "/static/../../../etc/passwd", status: 404},
		{name: "a way out of the static files in disguise", path: "/static/%2e%2e/%2e%2e/etc/passwd", status: 404},
		{name: "a path with broken escapes", path: "/blob/sha256/%zz", status: 404},
		{name: "a path of invalid UTF-8", path: "/documents/%ff%fe", header: html, status: 404},
		{name: "a long path", path: "/documents/" + strings.Repeat("a", 4000), header: html, status: 404},
		{name: "a standing of nobody", path: "/api/v1/proposals/" + b.revision.String() + "/standing", status: 422, rule: "request-schema", field: "member"},
	} {
		r.method = http.MethodGet
		b.refuse(t, r)
	}
	// What may be asked for by GET may be asked for by HEAD, and says nothing.
	for _, path := range []string{"/", "/log/checkpoint", "/log/genesis.json", "/tuf/timestamp.json", "/healthz", "/api/v1/proposals", "/api/openapi.json"} {
		a, err := send(http.MethodHead, b.url+path, "", nil)
		if err != nil || a.status != http.StatusOK || len(a.body) != 0 {
			t.Errorf("HEAD %s: %d, %d bytes, %v", path, a.status, len(a.body), err)
		}
	}
}

// wire sends what no client would.
func (b *bad) wire(t *testing.T) {
	for _, c := range []struct{ name, raw, want string }{
		{"no HTTP", "hello\r\n\r\n", "400"},
		{"two lengths", "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 5\r\n\r\nabcde", "400"},
		{"a length that is none", "POST /signin HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n", "400"},
		{"a header that is too long", "GET / HTTP/1.1\r\nHost: x\r\nX: " + strings.Repeat("a", 20<<10) + "\r\n\r\n", "431"},
		{"a body larger than it says it may be", "POST /api/v1/proposals/prepare HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999999\r\n\r\n{", "413"},
	} {
		t.Run(strings.ReplaceAll(c.name, " ", "-"), func(t *testing.T) {
			conn, err := net.DialTimeout("tcp", strings.TrimPrefix(b.url, "http://"), patience)
			if err != nil {
				t.Fatal(err)
			}
			defer conn.Close()
			if err := conn.SetDeadline(time.Now().Add(patience)); err != nil {
				t.Fatal(err)
			}
			_, _ = io.WriteString(conn, c.raw) // the server may have closed before the end
			line := make([]byte, 12)
			if _, err := io.ReadFull(conn, line); err != nil {
				t.Fatal(err)
			}
			if got := string(line[9:]); got != c.want {
				t.Errorf("answered %q, want the status %s", line, c.want)
			}
		})
	}
	b.get(t, "/healthz")
}
