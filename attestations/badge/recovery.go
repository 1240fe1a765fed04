package badge

import (
	"fmt"
	"math"
	"slices"

	"github.com/ethereum/go-ethereum/common"
)

func (r *Registry) proposeRecovery(e Event) error {
	want := e.recovery()
	want.Executable, want.Decision = e.Executable, e.Decision
	switch {
	case e != want:
		return errOtherFields
	case e.Decision == common.Hash{}:
		return errUndecided
	case e.Executable != e.Time+RecoveryDelay:
		return fmt.Errorf("the recovery can be executed at %d, which is not %d days on", e.Executable, RecoveryDelay/86400)
	case len(r.live(e.Holder)) == 0:
		return fmt.Errorf("%s has no badge to recover", e.Holder)
	}
	if err := r.checkUnused(e.To); err != nil {
		return err
	}
	if r.lost == nil {
		r.lost = map[common.Address]*recovery{}
	}
	r.lost[e.Holder] = &recovery{Recovery: Recovery{From: e.Holder, To: e.To, Decision: e.Decision, Proposed: e.Time, Executable: e.Executable}}
	return nil
}

func (r *Registry) cancelRecovery(e Event) error {
	want := e.recovery()
	want.Decision = e.Decision
	if e != want {
		return errOtherFields
	}
	pending, err := r.pendingRecovery(e)
	if err != nil {
		return err
	}
	pending.Cancelled, pending.Objection = e.Time, e.Decision == common.Hash{}
	return nil
}

// recover moves the badges that are live, with the versions since they were minted last: to the new address they are
// what they were to the old one, granted when they were granted.
func (r *Registry) recover(e Event) error {
	if e != e.recovery() {
		return errOtherFields
	}
	pending, err := r.pendingRecovery(e)
	if err != nil {
		return err
	}
	if e.Time < pending.Executable {
		return fmt.Errorf("the recovery can be executed from %d on", pending.Executable)
	}
	if err := r.checkUnused(e.To); err != nil {
		return err
	}
	live := r.live(e.Holder)
	if len(live) == 0 {
		return fmt.Errorf("%s has no badge to recover", e.Holder)
	}
	chains := make([][]uint32, len(live)) // versions of each, oldest first
	total := len(live)
	for i, at := range live {
		if r.accounts[r.rows.at(at).issuer] == e.To {
			return fmt.Errorf("%s would come to hold a badge that it issued", e.To)
		}
		for from := at; ; from = r.rows.at(from).previous - 1 {
			chains[i] = append(chains[i], from)
			if p := r.rows.at(from).previous; p == 0 || r.rows.at(p-1).end != 0 {
				break
			}
		}
		slices.Reverse(chains[i])
		total += len(chains[i])
	}
	if r.rows.len()+total >= math.MaxUint32-1 {
		return errFull
	}
	for _, versions := range chains {
		typ := r.rows.at(versions[0]).typ
		spot, newest := r.find(e.Holder, typ)
		r.finish(e, spot, newest, e.To)
		for _, at := range versions {
			spot, newest := r.find(e.To, typ)
			moved := *r.rows.at(at)
			moved.block, moved.previous = shorten(e.Block), newest
			if newest > 0 {
				moved.next = r.rows.at(newest - 1).next
			}
			r.put(e.To, spot, moved)
			if earned, ok := r.earned[at]; ok {
				r.earned[uint32(r.rows.len()-1)] = earned
			}
		}
	}
	pending.Executed, pending.block = e.Time, e.Block
	return nil
}

// recovery returns the event with only the fields that each event of a recovery has.
func (e Event) recovery() Event {
	want := e.place()
	want.Type, want.Holder, want.To = 0, e.Holder, e.To
	return want
}

func (r *Registry) pendingRecovery(e Event) (*recovery, error) {
	pending := r.lost[e.Holder]
	if pending == nil || !pending.pending() || pending.To != e.To {
		return nil, fmt.Errorf("no recovery from %s to %s is pending", e.Holder, e.To)
	}
	return pending, nil
}

// checkUnused refuses an address that has, or ever had, a badge.
func (r *Registry) checkUnused(to common.Address) error {
	if _, ok := r.lookup(to); ok || to == (common.Address{}) {
		return fmt.Errorf("%s is not an address that never had a badge", to)
	}
	return nil
}

// live returns the rows of the badges that a holder has.
func (r *Registry) live(address common.Address) []uint32 {
	number, ok := r.lookup(address)
	if !ok {
		return nil
	}
	return slices.DeleteFunc(slices.Collect(r.held(number)), func(at uint32) bool { return r.rows.at(at).end != 0 })
}

// Recovery returns the newest recovery that was proposed for an address.
func (r *Registry) Recovery(from common.Address) (Recovery, bool) {
	if l := r.lost[from]; l != nil {
		return l.Recovery, true
	}
	return Recovery{}, false
}

// Recovered returns where the badges of an address went in a recovery, and in which block; zeros if they did not.
func (r *Registry) Recovered(from common.Address) (to common.Address, block uint64) {
	return r.now().Recovered(from)
}

// Recovered returns where the badges of an address went in a recovery, and in which block; zeros if they did not.
func (v View) Recovered(from common.Address) (to common.Address, block uint64) {
	if l := v.r.lost[from]; l != nil && l.Executed != 0 && l.block <= v.block {
		return l.To, l.block
	}
	return common.Address{}, 0
}

// Earned returns how the present version of a badge was earned. It reports false if an issuer gave it, or if there is no
// such badge.
func (r *Registry) Earned(id common.Hash) (Earned, bool) {
	holder, typ, _ := SplitTokenID(id)
	_, newest := r.find(holder, typ)
	for newest > 0 && r.rows.at(newest-1).end != 0 {
		newest = r.rows.at(newest - 1).previous
	}
	if newest == 0 {
		return Earned{}, false
	}
	earned, ok := r.earned[newest-1]
	return earned, ok
}

func (e Earned) equal(o Earned) bool {
	return e.Evidence == o.Evidence && e.Decision == o.Decision && slices.Equal(e.Endorsers, o.Endorsers)
}
