package badge

import (
	"encoding/hex"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"strconv"

	"github.com/ethereum/go-ethereum/common"
)

// Type is a kind of badge: a domain of expertise with levels, and the terms of grants at the moment.
type Type struct {
	ID            uint32
	Domain        string
	Name          string
	Levels        uint8  // levels run from 1 to this
	Validity      uint64 // the longest time from issue to expiry in seconds; 0: badges need not expire
	Endorsements  uint8  // how many stand in for an issuer; 0: endorsements do not mint
	EndorserLevel uint8  // the least level of an endorser, who also needs the level that is endorsed
	Burn          Burn   // who may end a badge
	Version       uint16 // how often these four were set
	Created       uint64 // time of the block that created it
	Retired       uint64 // time of the block that retired it, 0 while it is in use
}

// Issuer is an account that may issue badges of a type, or might once.
type Issuer struct {
	Account common.Address
	Since   uint64 // time of the block that allowed it last
	Until   uint64 // time of the block that ended that, 0 while it may issue
}

// Badge is one version of a badge: as it was granted last, and how it ended if it did. A holder has at most one badge
// of a type.
type Badge struct {
	Holder  common.Address
	Issuer  common.Address // who granted it; zero: minted with endorsements; the contract: by decision
	Type    uint32
	Level   uint8
	Burn    Burn   // who may end it
	Issued  uint64 // Unix seconds
	Expires uint64 // Unix seconds, 0 is never
	Minted  uint64 // time of the block that granted this version: minted it, renewed it or changed its level

	Ended    uint64         // time of the block that revoked it, in which it was given up or moved; 0 if neither
	EndedBy  common.Address // who revoked it; the holder if it was given up; the new address if it moved
	Reason   uint8          // why it was revoked, 0 if it was not
	Decision common.Hash    // by which it was revoked; zero if by its issuer
}

// Moved reports whether the badge ended because it went to another address, [Badge.EndedBy], in a recovery.
func (b Badge) Moved() bool { return b.Ended != 0 && b.Reason == 0 && b.EndedBy != b.Holder }

// ID returns the token id.
func (b Badge) ID() common.Hash { return TokenID(b.Holder, b.Type) }

// AppendJSON appends the badge as canonical JSON.
func (b *Badge) AppendJSON(out []byte) []byte {
	number := func(key string, n uint64) { out = strconv.AppendUint(append(out, key...), n, 10) }
	address := func(key string, a common.Address) {
		out = append(hex.AppendEncode(append(append(out, key...), `"0x`...), a[:]), '"')
	}
	number(`{"Burn":`, uint64(b.Burn))
	out = append(hex.AppendEncode(append(out, `,"Decision":"0x`...), b.Decision[:]), '"')
	number(`,"Ended":`, b.Ended)
	address(`,"EndedBy":`, b.EndedBy)
	number(`,"Expires":`, b.Expires)
	address(`,"Holder":`, b.Holder)
	number(`,"Issued":`, b.Issued)
	address(`,"Issuer":`, b.Issuer)
	number(`,"Level":`, uint64(b.Level))
	number(`,"Minted":`, b.Minted)
	number(`,"Reason":`, uint64(b.Reason))
	number(`,"Type":`, uint64(b.Type))
	return append(out, '}')
}

// InForce reports whether the badge stands at time t: not ended by then, and Issued ≤ t < Expires.
func (b Badge) InForce(t uint64) bool {
	return (b.Ended == 0 || t < b.Ended) && b.Issued <= t && (b.Expires == 0 || t < b.Expires)
}

// The contract's limits.
const (
	MaxTypesPerHolder = 64
	MaxIssuers        = 254
	MaxEndorsements   = 16
	maxTime           = 1<<38 - 1
	maxBlock          = 1<<40 - 1 // ours: the contract does not know its block
	maxText           = 64
)

// Registry is the state of the badge contract, folded from its events. The zero value is the contract before its first
// event. Any number of goroutines may read a registry while none applies.
//
// A million holders with a badge each take less than 80 MB: a version of a badge is a row of 44 bytes that names accounts, other
// rows and how it ended by number, and the badge's id follows from its holder and type.
type Registry struct {
	types    map[uint32]*typeState
	typeIDs  []uint32         // sorted
	rows     column[row]      // every version of every badge, oldest first
	holders  column[holder]   // by number
	sorted   index            // numbers of holders, by address
	ends     []end            // of the badges that ended
	accounts []common.Address // issuers and who ended badges, by number
	account  map[common.Address]uint32
	earned   map[uint32]Earned            // by row: of badges that were endorsed or decided
	lost     map[common.Address]*recovery // by old address: the newest recovery
	contract common.Address               // as the first grant by decision names it
	leading  []Event                      // endorsements, or a decision, whose grant is the next event
	last     Event                        // for the order of events; only Block, Time, Index and Tx
	any      bool                         // whether there was an event
}

// Earned says how a badge came to its holder other than by an issuer.
type Earned struct {
	Endorsers []common.Address // by address
	Evidence  common.Hash      // digest of what the endorsers were shown
	Decision  common.Hash      // zero if it was endorsed
}

// Recovery is the move of all badges of an address whose key is lost to another one.
type Recovery struct {
	From, To   common.Address
	Decision   common.Hash // that proposed it
	Proposed   uint64      // time of the block
	Executable uint64      // Unix seconds; until then at least the old key can object
	Cancelled  uint64      // time of the block that called it off, 0 if none did
	Objection  bool        // whether the old key called it off
	Executed   uint64      // time of the block that moved the badges, 0 if none did
}

type recovery struct {
	Recovery
	block uint64 // that executed it
}

func (r Recovery) pending() bool { return r.Cancelled == 0 && r.Executed == 0 }

type typeState struct {
	Type
	created, retired uint64 // blocks; retired is meaningless while Type.Retired is zero
	terms            []terms
	issuers          []issuerTerm
}

// terms are those of a type since a block.
type terms struct {
	block         uint64
	validity      uint64
	endorsements  uint8
	endorserLevel uint8
	burn          Burn
}

// issuerTerm is one stretch of time in which an account could issue a type.
type issuerTerm struct {
	Issuer
	since, until uint64 // blocks
}

// row is a version of a badge. The next version of the same badge names it as its previous one.
type row struct {
	issued, expires, minted short
	block                   short // of the event that made this version
	typ                     uint32
	issuer                  uint32 // number of the account
	previous                uint32 // row number + 1, or 0
	next                    uint32 // number + 1 of the newest version of the holder's next badge by type, or 0
	end                     uint32 // number of the end + 1, or 0 while the badge has not ended
	level                   uint8
	burn                    Burn
}

// end is how a badge ended.
type end struct {
	time     uint64
	by       uint32 // number of the account
	reason   uint8
	decision common.Hash
}

type holder struct {
	address common.Address
	first   uint32 // number + 1 of the newest version of the first badge by type
}

// Apply folds the next event. It refuses an event that is out of order or that the contract could not have emitted,
// and then changes nothing. Who owns the contract is not in its badge events, so an act that names a decision is taken to be
// the owner's.
func (r *Registry) Apply(e Event) error {
	if err := r.apply(e); err != nil {
		return fmt.Errorf("badge: event %d of block %d (%s): %w", e.Index, e.Block, e.Kind, err)
	}
	r.last, r.any = Event{Block: e.Block, Time: e.Time, Index: e.Index, Tx: e.Tx}, true
	return nil
}

func (r *Registry) apply(e Event) error {
	if err := r.checkOrder(e); err != nil {
		return err
	}
	switch e.Kind {
	case Endorsed, Decided:
		return r.lead(e)
	case Minted, Renewed, LevelChanged:
		return r.grant(e)
	}
	if len(r.leading) > 0 {
		return errNoGrant
	}
	switch e.Kind {
	case TypeCreated:
		return r.createType(e)
	case TypeChanged:
		return r.changeType(e)
	case TypeRetired:
		return r.retireType(e)
	case IssuerSet:
		return r.setIssuer(e)
	case Revoked, Surrendered:
		return r.end(e)
	case RecoveryProposed:
		return r.proposeRecovery(e)
	case RecoveryCancelled:
		return r.cancelRecovery(e)
	case Recovered:
		return r.recover(e)
	}
	return fmt.Errorf("%.40q is not a kind of event", e.Kind)
}

func (r *Registry) checkOrder(e Event) error {
	if e.Time == 0 || e.Time > maxTime {
		return fmt.Errorf("the block's time, %d, is not a time", e.Time)
	}
	if e.Block > maxBlock {
		return fmt.Errorf("%d is not the number of a block", e.Block)
	}
	if !r.any {
		return nil
	}
	switch {
	case e.Block < r.last.Block, e.Block == r.last.Block && e.Index <= r.last.Index:
		return fmt.Errorf("comes after event %d of block %d; events must be in the chain's order", r.last.Index, r.last.Block)
	case e.Block == r.last.Block && e.Time != r.last.Time:
		return fmt.Errorf("the block has the times %d and %d", r.last.Time, e.Time)
	case e.Time < r.last.Time:
		return fmt.Errorf("the block's time is %d, before that of an earlier block, %d", e.Time, r.last.Time)
	}
	return nil
}

func (r *Registry) createType(e Event) error {
	want := e.terms()
	want.Domain, want.Name, want.Levels = e.Domain, e.Name, e.Levels
	switch {
	case e != want:
		return errOtherFields
	case e.Decision == common.Hash{}:
		return errUndecided
	case e.Type == 0 || r.types[e.Type] != nil:
		return fmt.Errorf("badge type %d is taken", e.Type)
	case e.Levels == 0:
		return fmt.Errorf("badge type %d has no level", e.Type)
	case !validText(e.Domain, isDomainCharacter):
		return fmt.Errorf("%.80q is not a domain", e.Domain)
	case !validText(e.Name, isNameCharacter):
		return fmt.Errorf("%.80q is not the name of a badge type", e.Name)
	}
	if err := checkTerms(e, e.Levels); err != nil {
		return err
	}
	if r.types == nil {
		r.types = map[uint32]*typeState{}
	}
	t := &typeState{Type: Type{ID: e.Type, Domain: e.Domain, Name: e.Name, Levels: e.Levels, Created: e.Time}, created: e.Block}
	t.set(e)
	r.types[e.Type] = t
	at, _ := slices.BinarySearch(r.typeIDs, e.Type)
	r.typeIDs = slices.Insert(r.typeIDs, at, e.Type)
	return nil
}

func (r *Registry) changeType(e Event) error {
	t, err := r.typeState(e.Type)
	if err != nil {
		return err
	}
	want := e.terms()
	want.Version = e.Version
	switch {
	case e != want:
		return errOtherFields
	case e.Decision == common.Hash{}:
		return errUndecided
	case t.Retired != 0:
		return fmt.Errorf("badge type %d is retired", e.Type)
	case t.Version == math.MaxUint16 || e.Version != t.Version+1:
		return fmt.Errorf("version %d of badge type %d does not follow version %d", e.Version, e.Type, t.Version)
	}
	if err := checkTerms(e, t.Levels); err != nil {
		return err
	}
	t.set(e)
	return nil
}

// terms returns the event with only the fields that setting a type's terms has.
func (e Event) terms() Event {
	want := e.place()
	want.Validity, want.Endorsements, want.EndorserLevel, want.Burn, want.Decision = e.Validity, e.Endorsements, e.EndorserLevel, e.Burn, e.Decision
	return want
}

func checkTerms(e Event, levels uint8) error {
	possible := e.EndorserLevel == 0
	if e.Endorsements > 0 {
		possible = e.Endorsements <= MaxEndorsements && e.EndorserLevel >= 1 && e.EndorserLevel <= levels
	}
	switch {
	case e.Validity > maxTime:
		return fmt.Errorf("a validity of %d seconds does not fit", e.Validity)
	case !possible:
		return fmt.Errorf("%d endorsements from level %d can not be asked for", e.Endorsements, e.EndorserLevel)
	case e.Burn > ByNobody:
		return fmt.Errorf("%d is not a burn right", uint8(e.Burn))
	}
	return nil
}

func (t *typeState) set(e Event) {
	t.terms = append(t.terms, terms{e.Block, e.Validity, e.Endorsements, e.EndorserLevel, e.Burn})
	t.Type = t.at(len(t.terms) - 1)
}

// at returns the type on its n-th terms.
func (t *typeState) at(n int) Type {
	typ, terms := t.Type, t.terms[n]
	typ.Validity, typ.Endorsements, typ.EndorserLevel, typ.Burn, typ.Version = terms.validity, terms.endorsements, terms.endorserLevel, terms.burn, uint16(n+1)
	return typ
}

func (r *Registry) retireType(e Event) error {
	t, err := r.typeState(e.Type)
	if err != nil {
		return err
	}
	want := e.place()
	want.Decision = e.Decision
	switch {
	case e != want:
		return errOtherFields
	case e.Decision == common.Hash{}:
		return errUndecided
	case t.Retired != 0:
		return fmt.Errorf("badge type %d is retired already", e.Type)
	}
	t.Retired, t.retired = e.Time, e.Block
	return nil
}

func (r *Registry) setIssuer(e Event) error {
	t, err := r.typeState(e.Type)
	if err != nil {
		return err
	}
	want := e.place()
	want.Issuer, want.Allowed, want.Decision = e.Issuer, e.Allowed, e.Decision
	switch {
	case e != want:
		return errOtherFields
	case e.Decision == common.Hash{}:
		return errUndecided
	case e.Issuer == common.Address{} || e.Issuer == r.contract:
		return fmt.Errorf("%s can not be an issuer: zero stands for endorsers, the contract for decisions", e.Issuer)
	}
	term := t.term(e.Issuer)
	if e.Allowed == (term != nil && term.Until == 0) {
		return fmt.Errorf("whether %s may issue badges of type %d does not change", e.Issuer, e.Type)
	}
	if !e.Allowed {
		term.Until, term.until = e.Time, e.Block
		return nil
	}
	if term == nil && t.countIssuers() == MaxIssuers {
		return fmt.Errorf("badge type %d has had %d issuers already", e.Type, MaxIssuers)
	}
	t.issuers = append(t.issuers, issuerTerm{Issuer: Issuer{Account: e.Issuer, Since: e.Time}, since: e.Block})
	return nil
}

// lead takes an endorsement or a decision, which belongs to the grant that the same transaction goes on to.
func (r *Registry) lead(e Event) error {
	want := e.place()
	want.ID, want.Holder = e.ID, e.Holder
	if e.Kind == Endorsed {
		want.Actor, want.Evidence = e.Actor, e.Evidence
	} else {
		want.Decision = e.Decision
	}
	if e != want {
		return errOtherFields
	}
	t, err := r.token(e)
	if err != nil {
		return err
	}
	if len(r.leading) > 0 {
		before := r.leading[len(r.leading)-1]
		if !r.follows(e) || e.Kind != Endorsed || before.Kind != Endorsed {
			return errNoGrant
		}
		if e.Evidence != before.Evidence || e.Actor.Cmp(before.Actor) <= 0 {
			return errors.New("endorsers come by ascending addresses and endorse the same evidence")
		}
	}
	switch {
	case e.Kind == Decided && e.Decision == common.Hash{}:
		return errUndecided
	case e.Kind == Endorsed && t.Endorsements == 0:
		return fmt.Errorf("badge type %d is not minted with endorsements", e.Type)
	case e.Kind == Endorsed && (e.Actor == e.Holder || e.Actor == common.Address{}):
		return fmt.Errorf("%s can not endorse this badge", e.Actor)
	}
	r.leading = append(r.leading, e)
	return nil
}

// follows reports whether an event comes right after what leads to a grant, and is of the same badge.
func (r *Registry) follows(e Event) bool {
	return e.Block == r.last.Block && e.Index == r.last.Index+1 && e.Tx == r.last.Tx && e.ID == r.leading[0].ID
}

// entitled checks that a grant comes from who may give it.
func (r *Registry) entitled(e Event, t *typeState) error {
	if len(r.leading) == 0 {
		if term := t.term(e.Issuer); term == nil || term.Until != 0 {
			return fmt.Errorf("%s may not issue badges of type %d", e.Issuer, e.Type)
		}
		return nil
	}
	if !r.follows(e) {
		return errNoGrant
	}
	if r.leading[0].Kind == Decided {
		if (e.Issuer == common.Address{}) || r.contract != (common.Address{}) && e.Issuer != r.contract || t.term(e.Issuer) != nil {
			return fmt.Errorf("%s issues by decision, and is not the contract", e.Issuer)
		}
		return nil
	}
	if e.Issuer != (common.Address{}) {
		return fmt.Errorf("%s issues what was endorsed", e.Issuer)
	}
	if len(r.leading) < int(t.Endorsements) {
		return fmt.Errorf("%d endorsements were given, and %d are needed", len(r.leading), t.Endorsements)
	}
	for _, l := range r.leading {
		if !r.holdsLevel(l.Actor, t.Domain, max(e.Level, t.EndorserLevel), e.Time) {
			return fmt.Errorf("%s endorses level %d of %s without a badge for it", l.Actor, e.Level, t.Domain)
		}
	}
	return nil
}

// holdsLevel reports whether an account has a badge of a domain in force with at least a level.
func (r *Registry) holdsLevel(account common.Address, domain string, level uint8, now uint64) bool {
	number, ok := r.lookup(account)
	if !ok {
		return false
	}
	for at := range r.held(number) {
		row := r.rows.at(at)
		if r.types[row.typ].Domain == domain && row.level >= level && row.end == 0 && (row.expires.uint64() == 0 || now < row.expires.uint64()) {
			return true
		}
	}
	return false
}

func (r *Registry) grant(e Event) error {
	want := e.place()
	want.ID, want.Holder, want.Issuer = e.ID, e.Holder, e.Issuer
	want.Level, want.Issued, want.Expires = e.Level, e.Issued, e.Expires
	if e != want {
		return errOtherFields
	}
	t, err := r.token(e)
	if err != nil {
		return err
	}
	if err := r.entitled(e, t); err != nil {
		return err
	}
	switch {
	case t.Retired != 0:
		return fmt.Errorf("badge type %d is retired", e.Type)
	case e.Issuer == e.Holder:
		return fmt.Errorf("%s issues a badge to itself", e.Issuer)
	case e.Level == 0 || e.Level > t.Levels:
		return fmt.Errorf("level %d is not one of the type's %d levels", e.Level, t.Levels)
	case r.lost[e.Holder] != nil && r.lost[e.Holder].Executed != 0:
		return fmt.Errorf("the badges of %s went to %s, and it gets none any more", e.Holder, r.lost[e.Holder].To)
	}

	spot, newest := r.find(e.Holder, e.Type)
	var previous row
	if newest > 0 {
		previous = *r.rows.at(newest - 1)
	}
	live := newest > 0 && previous.end == 0
	after := previous.issued.uint64()
	if previous.end > 0 {
		after = r.ends[previous.end-1].time
	}
	switch {
	case newest == 0 && spot.badges == MaxTypesPerHolder:
		return fmt.Errorf("%s has had badges of %d types already", e.Holder, MaxTypesPerHolder)
	case e.Issued > e.Time || e.Issued <= after:
		return fmt.Errorf("issued at %d, which is not after %d and by the block's time %d", e.Issued, after, e.Time)
	case !expiryAllowed(e, t.Validity):
		return fmt.Errorf("expires at %d, which the type's validity of %d seconds does not allow", e.Expires, t.Validity)
	case e.Kind == Minted && live:
		return fmt.Errorf("%s has the badge already", e.Holder)
	case e.Kind != Minted && !live:
		return fmt.Errorf("%s does not have the badge", e.Holder)
	case e.Kind == Renewed && e.Level != previous.level:
		return fmt.Errorf("a renewal keeps level %d and this one has level %d", previous.level, e.Level)
	case e.Kind == LevelChanged && e.Level == previous.level:
		return fmt.Errorf("the level is %d already", e.Level)
	case r.rows.len() >= math.MaxUint32-1:
		return errFull
	}

	r.put(e.Holder, spot, row{
		issued: shorten(e.Issued), expires: shorten(e.Expires), minted: shorten(e.Time), block: shorten(e.Block), typ: e.Type,
		issuer: r.number(e.Issuer), previous: newest, next: previous.next, level: e.Level, burn: t.Burn,
	})
	r.earn(uint32(r.rows.len()-1), e)
	return nil
}

// earn remembers what led to a grant.
func (r *Registry) earn(at uint32, grant Event) {
	if len(r.leading) == 0 {
		return
	}
	first := r.leading[0]
	earned := Earned{Evidence: first.Evidence, Decision: first.Decision}
	if first.Kind == Decided {
		r.contract = grant.Issuer
	} else {
		for _, l := range r.leading {
			earned.Endorsers = append(earned.Endorsers, l.Actor)
		}
	}
	if r.earned == nil {
		r.earned = map[uint32]Earned{}
	}
	r.earned[at] = earned
	r.leading = nil
}

// expiryAllowed is the contract's rule. An event cannot be granted after its expiry.
func expiryAllowed(e Event, validity uint64) bool {
	if e.Expires == 0 {
		return validity == 0
	}
	if e.Expires <= e.Time || e.Expires > maxTime {
		return false
	}
	return validity == 0 || e.Expires-e.Issued <= validity
}

func (r *Registry) end(e Event) error {
	want := e.place()
	want.ID, want.Holder = e.ID, e.Holder
	if e.Kind == Revoked {
		want.Actor, want.Reason, want.Decision = e.Actor, e.Reason, e.Decision
	}
	if e != want {
		return errOtherFields
	}
	t, err := r.token(e)
	if err != nil {
		return err
	}
	spot, newest := r.find(e.Holder, e.Type)
	if newest == 0 || r.rows.at(newest-1).end != 0 {
		return fmt.Errorf("%s does not have the badge", e.Holder)
	}
	ended := r.rows.at(newest - 1)
	by := e.Holder
	if e.Kind == Revoked {
		by = e.Actor
		term := t.term(e.Actor)
		switch {
		case by == common.Address{}:
			return errors.New("nobody revoked it")
		case e.Reason < Cause || e.Reason > Superseded:
			return fmt.Errorf("%d is not a reason", e.Reason)
		case e.Decision == common.Hash{} && (e.Actor != r.accounts[ended.issuer] || term == nil || term.Until != 0):
			return fmt.Errorf("%s revoked it, and neither issued it nor names a decision", e.Actor)
		}
	}
	if e.Kind == Revoked && !ended.burn.issuer() || e.Kind == Surrendered && !ended.burn.holder() {
		return fmt.Errorf("the badge may be ended by %s", ended.burn)
	}
	if r.rows.len() >= math.MaxUint32-1 {
		return errFull
	}
	r.finish(e, spot, newest, by)
	return nil
}

// finish adds the last version of a badge.
func (r *Registry) finish(e Event, at spot, newest uint32, by common.Address) {
	r.ends = append(r.ends, end{time: e.Time, by: r.number(by), reason: e.Reason, decision: e.Decision})
	ended := *r.rows.at(newest - 1)
	ended.end, ended.block, ended.previous = uint32(len(r.ends)), shorten(e.Block), newest
	r.put(e.Holder, at, ended)
}

var (
	errOtherFields = errors.New("has fields that an event of this kind does not have")
	errUndecided   = errors.New("the owner acts by decision, and names none")
	errNoGrant     = errors.New("endorsements or a decision came before it, without their grant")
	errFull        = errors.New("the registry is full")
)

// token checks that an event's id is of its holder and type, and returns the type.
func (r *Registry) token(e Event) (*typeState, error) {
	if holder, typ, ok := SplitTokenID(e.ID); !ok || holder != e.Holder || typ != e.Type {
		return nil, fmt.Errorf("token %s is not the badge of type %d of %s", e.ID, e.Type, e.Holder)
	}
	return r.typeState(e.Type)
}

func (r *Registry) typeState(id uint32) (*typeState, error) {
	if t := r.types[id]; t != nil {
		return t, nil
	}
	return nil, fmt.Errorf("there is no badge type %d", id)
}

// term returns the account's newest term as an issuer, or nil.
func (t *typeState) term(account common.Address) *issuerTerm {
	for i := len(t.issuers) - 1; i >= 0; i-- {
		if t.issuers[i].Account == account {
			return &t.issuers[i]
		}
	}
	return nil
}

// countIssuers returns how many accounts have ever been allowed to issue the type.
func (t *typeState) countIssuers() int {
	seen := make(map[common.Address]struct{}, len(t.issuers))
	for _, term := range t.issuers {
		seen[term.Account] = struct{}{}
	}
	return len(seen)
}

// lookup returns the number of a holder.
func (r *Registry) lookup(address common.Address) (uint32, bool) {
	p, ok := r.place(address)
	if !ok {
		return 0, false
	}
	return r.sorted.pages[p.page][p.at].number, true
}

// held yields the row numbers of a holder's badges in their newest versions, by type.
func (r *Registry) held(number uint32) iter.Seq[uint32] {
	return func(yield func(uint32) bool) {
		for next := r.holders.at(number).first; next > 0; next = r.rows.at(next - 1).next {
			if !yield(next - 1) {
				return
			}
		}
	}
}

// spot is where a badge is, or belongs, among those of its holder.
type spot struct {
	holder uint32 // number + 1, or 0 for a new holder
	new    place  // of a new holder
	before uint32 // row number + 1 of the badge before it by type, or 0
	badges int    // of the holder, counted if it has no badge of the type
}

// find returns the spot of a holder's badge of a type, and the row number + 1 of its newest version (0 if there is none).
func (r *Registry) find(address common.Address, typ uint32) (s spot, newest uint32) {
	p, ok := r.place(address)
	if !ok {
		return spot{new: p}, 0
	}
	number := r.sorted.pages[p.page][p.at].number
	s.holder = number + 1
	for at := range r.held(number) {
		switch held := r.rows.at(at).typ; {
		case held == typ:
			return s, at + 1
		case held < typ:
			s.before = at + 1
		}
		s.badges++
	}
	return s, 0
}

// put adds a row as the newest version of a badge, at the spot that find returned. The row names the one after it, unless it is the
// first version.
func (r *Registry) put(address common.Address, at spot, v row) {
	if at.holder == 0 {
		at.holder = uint32(r.holders.add(holder{address: address})) + 1
		r.sorted.insert(at.new, address, at.holder-1)
	}
	link := &r.holders.at(at.holder - 1).first
	if at.before > 0 {
		link = &r.rows.at(at.before - 1).next
	}
	if v.previous == 0 {
		v.next = *link
	}
	*link = uint32(r.rows.len()) + 1 // before add, which may move what link points to
	r.rows.add(v)
}

// number returns the number of an account among issuers and revokers.
func (r *Registry) number(account common.Address) uint32 {
	n, ok := r.account[account]
	if !ok {
		if r.account == nil {
			r.account = map[common.Address]uint32{}
		}
		n = uint32(len(r.accounts))
		r.accounts = append(r.accounts, account)
		r.account[account] = n
	}
	return n
}

// badge returns a row as a badge of its holder.
func (r *Registry) badge(address common.Address, at uint32) Badge {
	row := r.rows.at(at)
	b := Badge{
		Holder: address, Issuer: r.accounts[row.issuer], Type: row.typ, Level: row.level,
		Burn: row.burn, Issued: row.issued.uint64(), Expires: row.expires.uint64(), Minted: row.minted.uint64(),
	}
	if row.end > 0 {
		end := &r.ends[row.end-1]
		b.Ended, b.EndedBy, b.Reason, b.Decision = end.time, r.accounts[end.by], end.reason, end.decision
	}
	return b
}

func validText(text string, allowed func(byte) bool) bool {
	if len(text) == 0 || len(text) > maxText {
		return false
	}
	for i := range len(text) {
		if !allowed(text[i]) {
			return false
		}
	}
	return true
}

func isDomainCharacter(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '/'
}

// isNameCharacter admits printable ASCII that needs no escaping in JSON or SVG, as the contract does.
func isNameCharacter(c byte) bool {
	return c >= 0x20 && c <= 0x7e && c != '"' && c != '&' && c != '<' && c != '>' && c != '\\'
}
