package replay

import (
	"maps"
	"net/url"
	"slices"
	"unicode/utf8"

	"github.com/ethereum/go-ethereum/common"

	"github.com/peritus-dao/peritus/attestations/badge"
	"github.com/peritus-dao/peritus/attestations/wallet"
	"github.com/peritus-dao/peritus/governance/document"
	"github.com/peritus-dao/peritus/governance/record"
	"github.com/peritus-dao/peritus/governance/refusal"
)

// Limits of a request for a badge.
const (
	MaxWait     = 90 * 24 * 3600 // seconds from a request to its deadline
	MaxEvidence = 8 << 10        // bytes of text
	MaxLinks    = 16             // links, and files
	MaxReason   = 2048           // bytes of the reason for not endorsing
)

// The states of a request. It is open in the first three.
const (
	Collecting = "collecting" // endorsements are missing
	Waiting    = "waiting"    // for the issuer that it names
	Ready      = "ready"      // anybody can have it minted
	Minted     = "minted"
	Expired    = "expired" // the deadline passed
	Lapsed     = "lapsed"  // it can not be minted any more
)

// Request is a request for a badge, as the record holds it.
type Request struct {
	Index  int64          `json:"index"` // of its entry
	Time   document.Time  `json:"time"`
	Holder common.Address `json:"holder"`
	record.Requested
	Badge        string        `json:"badge"` // name of the type
	Domain       string        `json:"domain"`
	Burn         string        `json:"burn"` // who may end the badge, as the holder signed it
	Signature    string        `json:"signature"`
	Endorsements []Endorsement `json:"endorsements"`
	Declines     []Decline     `json:"declines"`
	// Outcome is empty while the request is open, as far as the record says: it may have expired meanwhile. Reason says
	// why it lapsed.
	Outcome string      `json:"outcome"`
	Reason  string      `json:"reason"`
	Tx      common.Hash `json:"tx,omitzero"` // that minted the badge
	Ended   int64       `json:"ended"`       // index of the entry that ended it
	hash    [32]byte    // what was signed
}

// Endorsement is a member's word for a request.
type Endorsement struct {
	Index     int64          `json:"index"`
	Time      document.Time  `json:"time"`
	Endorser  common.Address `json:"endorser"`
	Signature string         `json:"signature"`
	// Ring is the shortest circle of endorsements that this one closed: the holder, who is to be vouched for, had vouched
	// for the second, and so on to the endorser. It is empty if there was none.
	Ring []common.Address `json:"ring"`
}

// Decline is a member's refusal to endorse a request.
type Decline struct {
	Index    int64           `json:"index"`
	Time     document.Time   `json:"time"`
	Endorser common.Address  `json:"endorser"`
	Reason   document.Digest `json:"reason"`
}

// Given is an endorsement, and whether it counts at the moment.
type Given struct {
	Endorsement
	Counts bool        `json:"counts"`
	WhyNot string      `json:"whyNot"` // level-lost, ring
	By     badge.Badge `json:"-"`      // the badge that entitles the endorser
}

// Progress is a request as it stands at a moment.
type Progress struct {
	Request
	Status string  `json:"status"`
	Needed int     `json:"needed"` // endorsements; 0 if an issuer is asked
	Least  uint8   `json:"least"`  // the level that an endorser must hold in the domain
	Count  int     `json:"count"`  // endorsements that count
	Given  []Given `json:"given"`
}

// Showing is the evidence of somebody who asks for a badge. Its blob is 32 bytes of salt and then this as canonical JSON, and
// can be redacted as any free text can.
type Showing struct {
	Text  string                     `json:"text"`
	Links []string                   `json:"links"`
	Files map[string]document.Digest `json:"files"` // SHA-256 of each, by name
}

// ParseShowing reads and checks evidence, behind its salt.
func ParseShowing(raw []byte) (Showing, error) {
	var e Showing
	if len(raw) <= saltSize {
		return e, refusal.New(refusal.Invalid, "request-evidence", "evidence", "the evidence is empty")
	}
	if err := document.Unmarshal(raw[saltSize:], &e); err != nil {
		return e, refusal.New(refusal.Invalid, "request-evidence", "evidence", "%w", err)
	}
	if n := len(e.Text); n < 1 || n > MaxEvidence || !utf8.ValidString(e.Text) {
		return e, refusal.New(refusal.Invalid, "request-evidence", "evidence", "say in 1 to %d bytes what shows your expertise", MaxEvidence)
	}
	if len(e.Links) > MaxLinks || len(e.Files) > MaxLinks {
		return e, refusal.New(refusal.Invalid, "request-evidence", "evidence", "give at most %d links and %d files", MaxLinks, MaxLinks)
	}
	for _, link := range e.Links {
		u, err := url.Parse(link)
		if err != nil || len(link) > 512 || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
			return e, refusal.New(refusal.Invalid, "request-evidence", "links", "%.80q is not a link; write one like https://example.org/paper", link)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(e.Files)) {
		if err := wallet.CheckShowable(name, 128); err != nil {
			return e, refusal.New(refusal.Invalid, "request-evidence", "files", "the file name %.80q %w", name, err)
		}
	}
	return e, nil
}

// people is what a State knows of who asks for badges and who vouches for whom.
type people struct {
	requests []*Request                          // in the order of the record
	wanted   map[badgeKey]*Request               // those that are open
	vouched  map[common.Address][]common.Address // whom each member has endorsed, in the order of the record

	confirmed map[issuance]document.Time // since when a decision stands behind an issuer
}

func newPeople() people {
	return people{wanted: map[badgeKey]*Request{}, vouched: map[common.Address][]common.Address{}, confirmed: map[issuance]document.Time{}}
}

// badgeKey is a badge that a holder has or may get.
type badgeKey struct {
	holder common.Address
	typ    uint32
}

// BadgeDomain returns the EIP-712 domain of what the badge contract checks.
func (s *State) BadgeDomain() wallet.Domain {
	return wallet.Domain{ChainID: s.genesis.Chain.ID, Contract: s.genesis.Chain.Badge}
}

// CheckRequest refuses what would be refused of a request whatever its signature and evidence, and returns the badge type.
func (s *State) CheckRequest(holder common.Address, b record.Requested, at document.Time) (badge.Type, error) {
	t, ok := s.badges.Type(b.Type)
	to, _ := s.badges.Recovered(holder)
	switch {
	case to != (common.Address{}):
		return t, refusal.New(refusal.Closed, "request-moved", "holder", "the badges of this address went to %s, since its key was reported lost; ask with that one", to.Hex())
	case !ok:
		return t, refusal.New(refusal.NotFound, "request-type", "type", "there is no badge type %d", b.Type)
	case t.Retired != 0:
		return t, refusal.New(refusal.Closed, "request-retired", "type", "%s is no longer given out", t.Name)
	case b.Level == 0 || b.Level > t.Levels:
		return t, refusal.New(refusal.Invalid, "request-level", "level", "%s has the levels 1 to %d; %d is none of them", t.Name, t.Levels, b.Level)
	case b.Issuer == holder:
		return t, refusal.New(refusal.Forbidden, "request-self", "issuer", "nobody issues a badge to oneself; ask somebody else")
	case b.Issuer == (common.Address{}) && t.Endorsements == 0:
		return t, refusal.New(refusal.Forbidden, "request-issuer", "issuer", "%s is given by its issuers alone; name the one that you ask", t.Name)
	case b.Issuer != (common.Address{}) && !s.issuer(b.Issuer, b.Type):
		return t, refusal.New(refusal.Forbidden, "request-issuer", "issuer", "%s may not issue %s", b.Issuer.Hex(), t.Name)
	case b.Deadline <= at:
		return t, refusal.New(refusal.Invalid, "request-expired", "deadline", "the request expired at %s; sign it again", b.Deadline)
	case b.Deadline > at.Add(MaxWait):
		return t, refusal.New(refusal.Invalid, "request-deadline", "deadline", "a request waits for %d days at most", MaxWait/86400)
	case b.Issued > at:
		return t, refusal.New(refusal.Invalid, "request-issued", "issued", "the request is dated %s, which is in the future; correct the clock of your device", b.Issued)
	case b.Issued <= s.after(holder, b.Type):
		return t, refusal.New(refusal.Conflict, "request-issued", "issued", "the request must be dated later than %s, when this badge was last given, asked for or ended", s.after(holder, b.Type))
	case b.Expires == 0 && t.Validity != 0, b.Expires != 0 && (b.Expires <= at || t.Validity != 0 && uint64(b.Expires-b.Issued) > t.Validity):
		return t, refusal.New(refusal.Invalid, "request-expires", "expires", "%s is valid for at most %d days, and not for ever", t.Name, t.Validity/86400)
	}
	return t, nil
}

// issuer reports whether an account may issue badges of a type.
func (s *State) issuer(a common.Address, typ uint32) bool {
	return slices.ContainsFunc(s.badges.Issuers(typ), func(i badge.Issuer) bool { return i.Account == a && i.Until == 0 })
}

// after returns the date that a new grant must be later than: of the last one, of its end, or of a request that is open.
func (s *State) after(holder common.Address, typ uint32) document.Time {
	var last document.Time
	if b, ok := s.badges.Badge(badge.TokenID(holder, typ)); ok {
		last = document.Time(b.Issued)
		if b.Ended != 0 {
			last = document.Time(b.Ended)
		}
	}
	if r := s.wanted[badgeKey{holder, typ}]; r != nil {
		last = max(last, r.Issued)
	}
	return last
}

// RequestHash returns the EIP-712 struct hash of what a holder signs for a badge of a type.
func RequestHash(holder common.Address, t badge.Type, b record.Requested) [32]byte {
	if b.Issuer != (common.Address{}) {
		return consent(holder, t, b).StructHash()
	}
	return request(holder, t, b).StructHash()
}

// RequestData returns what the holder's wallet shows.
func RequestData(d wallet.Domain, holder common.Address, t badge.Type, b record.Requested) wallet.TypedData {
	if b.Issuer != (common.Address{}) {
		return consent(holder, t, b).TypedData(d)
	}
	return request(holder, t, b).TypedData(d)
}

func request(holder common.Address, t badge.Type, b record.Requested) wallet.Request {
	return wallet.Request{
		Holder: holder, BadgeType: b.Type, Badge: t.Name, Level: b.Level, Burn: t.Burn.String(), Evidence: b.Evidence,
		Issued: uint64(b.Issued), Expires: uint64(b.Expires), Deadline: uint64(b.Deadline),
	}
}

func consent(holder common.Address, t badge.Type, b record.Requested) wallet.Consent {
	return wallet.Consent{
		Holder: holder, Issuer: b.Issuer, BadgeType: b.Type, Badge: t.Name, Level: b.Level, Burn: t.Burn.String(),
		Issued: uint64(b.Issued), Expires: uint64(b.Expires), Deadline: uint64(b.Deadline),
	}
}

// EndorsementMessage returns what an endorser of a request signs.
func EndorsementMessage(endorser common.Address, r Request) wallet.Endorsement {
	return wallet.Endorsement{
		Endorser: endorser, Holder: r.Holder, BadgeType: r.Type, Badge: r.Badge, Level: r.Level, Evidence: r.Evidence,
		Issued: uint64(r.Issued), Deadline: uint64(r.Deadline),
	}
}

// DeclineMessage returns what a member signs who does not endorse a request.
func DeclineMessage(endorser common.Address, r Request, b record.Declined) wallet.Decline {
	return wallet.Decline{
		Endorser: endorser, Holder: r.Holder, BadgeType: r.Type, Badge: r.Badge, Level: r.Level, Evidence: r.Evidence,
		Issued: uint64(r.Issued), Reason: b.Reason, Expires: uint64(b.Expires),
	}
}

// The rules of refusals of what is in the record already. Its sender is answered with the receipt of the first.
const (
	RepeatedRequest     = "request-repeated"
	RepeatedEndorsement = "endorse-repeated"
	RepeatedDecline     = "decline-repeated"
)

func (a *application) requested() error {
	var b record.Requested
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	holder := common.HexToAddress(a.entry.Actor)
	if r := a.wanted[badgeKey{holder, b.Type}]; r != nil && r.Requested == b {
		return refusal.New(refusal.Conflict, RepeatedRequest, "issued", "this request is in the record already")
	}
	t, err := a.CheckRequest(holder, b, a.entry.Time)
	if err != nil {
		return err
	}
	hash := RequestHash(holder, t, b)
	seal, err := a.recovered(a.BadgeDomain(), func() [32]byte { return hash })
	if err != nil {
		return err
	}
	if addressText(seal.Signer) != a.entry.Actor {
		return refusal.New(refusal.Forbidden, "request-signature", "signature", "the signature is not the holder's, or signs another request, chain or contract")
	}
	raw, there, err := salted(a.blobs, b.Evidence, "evidence")
	if err == nil && there {
		_, err = ParseShowing(raw)
	}
	if err != nil {
		return err
	}
	a.lapseRequest(badgeKey{holder, b.Type}, "replaced")
	r := &Request{
		Index: a.index, Time: a.entry.Time, Holder: holder, Requested: b, Badge: t.Name, Domain: t.Domain, Burn: t.Burn.String(),
		Signature: a.entry.Signature, hash: hash,
	}
	a.requests = append(a.requests, r)
	a.wanted[badgeKey{holder, b.Type}] = r
	return nil
}

// lapseRequest ends an open request.
func (a *application) lapseRequest(key badgeKey, why string) {
	if r := a.wanted[key]; r != nil {
		r.Outcome, r.Reason, r.Ended = Lapsed, why, a.index
		delete(a.wanted, key)
	}
}

// answers closes requests that a badge event answers.
func (a *application) answers(e badge.Event) {
	key := badgeKey{e.Holder, e.Type}
	r := a.wanted[key]
	switch {
	case e.Kind == badge.Recovered:
		for _, t := range a.badges.Types() { // whatever the old address asked for
			a.lapseRequest(badgeKey{e.Holder, t.ID}, "moved")
		}
	case e.Kind == badge.Endorsed:
		a.vouch(e.Actor, e.Holder)
	case r == nil:
	case e.Kind == badge.Revoked || e.Kind == badge.Surrendered:
		a.lapseRequest(key, "ended") // whatever was signed before the end is spent
	case e.Kind != badge.Minted && e.Kind != badge.Renewed && e.Kind != badge.LevelChanged || document.Time(e.Issued) < r.Issued:
	case document.Time(e.Issued) == r.Issued && e.Level == r.Level && e.Issuer == r.Issuer:
		r.Outcome, r.Tx, r.Ended = Minted, e.Tx, a.index
		delete(a.wanted, key)
	default:
		a.lapseRequest(key, "granted-otherwise")
	}
}

// openRequest returns a request that can be endorsed or declined.
func (s *State) openRequest(index int64, at document.Time) (*Request, error) {
	i, ok := slices.BinarySearchFunc(s.requests, index, func(r *Request, index int64) int { return int(r.Index - index) })
	if !ok {
		return nil, refusal.New(refusal.NotFound, "request-unknown", "request", "entry %d of the record is not a request for a badge", index)
	}
	r := s.requests[i]
	switch status, why := s.status(r, at); status {
	case Expired:
		return nil, refusal.New(refusal.Closed, "request-expired", "request", "the request expired at %s", r.Deadline)
	case Minted, Lapsed:
		return nil, refusal.New(refusal.Closed, "request-closed", "request", "the request is closed: %s %s", status, why)
	}
	if r.Issuer != (common.Address{}) {
		return nil, refusal.New(refusal.Forbidden, "request-issuer", "request", "this request goes to an issuer; it takes no endorsements")
	}
	return r, nil
}

// status says how far a request has come, but for its endorsements.
func (s *State) status(r *Request, at document.Time) (status, why string) {
	t, _ := s.badges.Type(r.Type)
	switch {
	case r.Outcome != "":
		return r.Outcome, r.Reason
	case t.Retired != 0:
		return Lapsed, "type-retired"
	case max(at, s.chain.Time) > r.Deadline:
		return Expired, ""
	case r.Issuer == (common.Address{}):
		return Collecting, ""
	case !s.issuer(r.Issuer, r.Type):
		return Lapsed, "issuer-removed"
	}
	return Waiting, ""
}

// least returns the level that an endorser of a request must hold in its domain, as the badge contract asks for it.
func (s *State) least(r *Request) uint8 {
	t, _ := s.badges.Type(r.Type)
	return max(r.Level, t.EndorserLevel)
}

// credential returns the badge that entitles a member to endorse in a domain: the one of the highest level in force.
func (s *State) credential(member common.Address, domain string, least uint8, at document.Time) (badge.Badge, bool) {
	var best badge.Badge
	for _, b := range s.badges.Of(member) {
		if t, ok := s.badges.Type(b.Type); ok && t.Domain == domain && b.Level >= least && b.Level > best.Level && b.InForce(uint64(at)) {
			best = b
		}
	}
	return best, best.Level > 0
}

// CheckEndorser refuses a member who may not endorse a request, or decline to, and returns the request.
func (s *State) CheckEndorser(index int64, member common.Address, at document.Time) (Request, error) {
	r, err := s.openRequest(index, at)
	if err != nil {
		return Request{}, err
	}
	if member == r.Holder {
		return Request{}, refusal.New(refusal.Forbidden, "endorse-self", "endorser", "nobody endorses oneself")
	}
	if _, ok := s.credential(member, r.Domain, s.least(r), at); !ok {
		return Request{}, refusal.New(refusal.Forbidden, "endorse-level", "endorser", "to endorse this, you need a badge in %s of level %d or higher that is in force", r.Domain, s.least(r))
	}
	if slices.ContainsFunc(r.Endorsements, func(e Endorsement) bool { return e.Endorser == member }) {
		return *r, refusal.New(refusal.Conflict, RepeatedEndorsement, "endorser", "you have endorsed this request already, and an endorsement can not be taken back")
	}
	return *r, nil
}

func (a *application) endorsed() error {
	var b record.Endorsed
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	endorser := common.HexToAddress(a.entry.Actor)
	r, err := a.CheckEndorser(b.Request, endorser, a.entry.Time)
	if err != nil {
		return err
	}
	seal, err := a.recovered(a.BadgeDomain(), func() [32]byte { return EndorsementMessage(endorser, r).StructHash() })
	if err != nil {
		return err
	}
	if addressText(seal.Signer) != a.entry.Actor {
		return refusal.New(refusal.Forbidden, "endorse-signature", "signature", "the signature is not the endorser's, or signs another request, chain or contract")
	}
	ring := a.ring(endorser, r.Holder)
	at, _ := a.openRequest(b.Request, a.entry.Time)
	at.Endorsements = append(at.Endorsements, Endorsement{a.index, a.entry.Time, endorser, a.entry.Signature, ring})
	at.Declines = slices.DeleteFunc(slices.Clone(at.Declines), func(d Decline) bool { return d.Endorser == endorser })
	a.vouch(endorser, r.Holder)
	return nil
}

// vouch remembers an endorsement, whether it came through the record or by the chain alone, for the rings that others may
// close.
func (a *application) vouch(endorser, holder common.Address) {
	if !slices.Contains(a.vouched[endorser], holder) {
		a.vouched[endorser] = append(a.vouched[endorser], holder)
	}
}

// maxRing is how many members the largest ring has that is looked for.
const maxRing = 8

// ring returns the shortest ring that an endorsement closes: a way of earlier endorsements from the holder to the endorser.
func (s *State) ring(endorser, holder common.Address) []common.Address {
	came := map[common.Address]common.Address{holder: holder}
	level := []common.Address{holder}
	for range maxRing - 1 {
		var next []common.Address
		for _, from := range level {
			for _, to := range s.vouched[from] {
				if _, seen := came[to]; seen {
					continue
				}
				came[to] = from
				if to != endorser {
					next = append(next, to)
					continue
				}
				ring := []common.Address{endorser}
				for at := endorser; at != holder; {
					at = came[at]
					ring = append(ring, at)
				}
				slices.Reverse(ring)
				return ring
			}
		}
		level = next
	}
	return nil
}

func (a *application) declined() error {
	var b record.Declined
	if err := document.Unmarshal(a.entry.Body, &b); err != nil {
		return err
	}
	endorser := common.HexToAddress(a.entry.Actor)
	r, err := a.CheckEndorser(b.Request, endorser, a.entry.Time)
	if err != nil {
		return err
	}
	if b.Expires <= a.entry.Time {
		return refusal.New(refusal.Invalid, "decline-expired", "expires", "the signature expired at %s; sign it again", b.Expires)
	}
	if slices.ContainsFunc(r.Declines, func(d Decline) bool { return d.Endorser == endorser }) {
		return refusal.New(refusal.Conflict, RepeatedDecline, "endorser", "you have declined this request already; you can still endorse it")
	}
	seal, err := a.recovered(a.domain, func() [32]byte { return DeclineMessage(endorser, r, b).StructHash() })
	if err != nil {
		return err
	}
	if addressText(seal.Signer) != a.entry.Actor {
		return refusal.New(refusal.Forbidden, "decline-signature", "signature", "the signature is not the member's, or signs another request, chain or instance")
	}
	if _, err := a.text(b.Reason, "decline-reason", "reason", MaxReason); err != nil {
		return err
	}
	at, _ := a.openRequest(b.Request, a.entry.Time)
	at.Declines = append(at.Declines, Decline{a.index, a.entry.Time, endorser, b.Reason})
	return nil
}

// Progress returns a request as it stands at a moment, which must not be before the record's time.
func (s *State) Progress(index int64, at document.Time) (Progress, bool) {
	i, ok := slices.BinarySearchFunc(s.requests, index, func(r *Request, index int64) int { return int(r.Index - index) })
	if !ok {
		return Progress{}, false
	}
	return s.progress(s.requests[i], at), true
}

// Requests returns all requests in the order of the record.
func (s *State) Requests(at document.Time) []Progress {
	out := make([]Progress, len(s.requests))
	for i, r := range s.requests {
		out[i] = s.progress(r, at)
	}
	return out
}

func (s *State) progress(r *Request, at document.Time) Progress {
	p := Progress{Request: *r}
	p.Endorsements, p.Declines = slices.Clone(r.Endorsements), slices.Clone(r.Declines)
	var why string
	if p.Status, why = s.status(r, at); why != "" {
		p.Reason = why
	}
	if r.Issuer != (common.Address{}) {
		return p
	}
	t, _ := s.badges.Type(r.Type)
	p.Needed, p.Least = int(t.Endorsements), s.least(r)
	for _, e := range r.Endorsements {
		g := Given{Endorsement: e}
		var able bool
		switch g.By, able = s.credential(e.Endorser, r.Domain, p.Least, at); {
		case !able:
			g.WhyNot = "level-lost"
		case len(e.Ring) > 0 && len(e.Ring) <= s.policy.Endorsements.Ring:
			g.WhyNot = "ring"
		default:
			g.Counts = true
			p.Count++
		}
		p.Given = append(p.Given, g)
	}
	if p.Status == Collecting && p.Needed > 0 && p.Count >= p.Needed {
		p.Status = Ready
	}
	return p
}

// Ready returns the requests that anybody can have minted, oldest first.
func (s *State) Ready(at document.Time) []Progress {
	var out []Progress
	for _, r := range s.wanted { //peritus:unordered sorted below
		if p := s.progress(r, at); p.Status == Ready {
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b Progress) int { return int(a.Index - b.Index) })
	return out
}

// Message returns what the holder signed, which the badge contract checks again.
func (r Request) Message() wallet.Request {
	return wallet.Request{
		Holder: r.Holder, BadgeType: r.Type, Badge: r.Badge, Level: r.Level, Burn: r.Burn, Evidence: r.Evidence,
		Issued: uint64(r.Issued), Expires: uint64(r.Expires), Deadline: uint64(r.Deadline),
	}
}

// Endorsers returns who could endorse a request and did not answer yet, by address.
func (s *State) Endorsers(index int64, at document.Time) []common.Address {
	r, err := s.openRequest(index, at)
	if err != nil {
		return nil
	}
	var out []common.Address
	for b := range s.badges.Badges() {
		if n := len(out); n > 0 && out[n-1] == b.Holder || !b.InForce(uint64(at)) || !s.awaits(r, b.Holder, at) {
			continue
		}
		out = append(out, b.Holder)
	}
	return out
}

// Asked returns the open requests that a member could endorse and has not answered yet, oldest first.
func (s *State) Asked(member common.Address, at document.Time) []Progress {
	var out []Progress
	for _, r := range s.requests {
		if _, err := s.openRequest(r.Index, at); err == nil && s.awaits(r, member, at) {
			out = append(out, s.progress(r, at))
		}
	}
	return out
}

// awaits reports whether a member could answer a request and did not.
func (s *State) awaits(r *Request, member common.Address, at document.Time) bool {
	_, able := s.credential(member, r.Domain, s.least(r), at)
	return able && member != r.Holder &&
		!slices.ContainsFunc(r.Endorsements, func(e Endorsement) bool { return e.Endorser == member }) &&
		!slices.ContainsFunc(r.Declines, func(d Decline) bool { return d.Endorser == member })
}
