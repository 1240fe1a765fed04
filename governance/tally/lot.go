package tally

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"slices"
)

// Lot returns SHA-256(seed ‖ option), which decides ties: the lowest stands best. See [Config] for the seed.
func Lot(seed, option string) [32]byte {
	bytes := []byte(seed)
	if raw, err := hex.DecodeString(seed); err == nil && len(raw) == 64 {
		bytes = raw
	}
	return sha256.Sum256(append(bytes[:len(bytes):len(bytes)], option...))
}

// lot returns the place of an option in the order that decides ties.
func (p *Poll) lot(option int) int {
	if p.lots == nil {
		hashes := make([][32]byte, len(p.config.Options))
		order := make([]int, len(hashes))
		for i, o := range p.config.Options {
			hashes[i], order[i] = Lot(p.config.Seed, o), i
		}
		slices.SortFunc(order, func(a, b int) int { return bytes.Compare(hashes[a][:], hashes[b][:]) })
		p.lots = make([]int, len(order))
		for place, o := range order {
			p.lots[o] = place
		}
	}
	return p.lots[option]
}

// best returns the first of the options by lot.
func (p *Poll) best(options []int) int {
	return slices.MinFunc(options, func(a, b int) int { return cmp.Compare(p.lot(a), p.lot(b)) })
}

// last returns the last of the options by lot.
func (p *Poll) last(options []int) int {
	return slices.MaxFunc(options, func(a, b int) int { return cmp.Compare(p.lot(a), p.lot(b)) })
}

// tie records that one of several options was chosen, or nil if there was but one.
func (p *Poll) tie(among []int, rule string, chosen int) *Tie {
	if len(among) < 2 {
		return nil
	}
	t := &Tie{Rule: rule, Chosen: p.config.Options[chosen]}
	for _, o := range among {
		t.Among = append(t.Among, p.config.Options[o])
	}
	slices.Sort(t.Among)
	return t
}

// elect writes scores and the winner of a count that ends with one score per option: the highest wins, equal ones are
// decided by lot, and if none is above zero nobody wins. compare compares two options' scores, positive says whether
// one is above zero.
func (p *Poll) elect(out *Outcome, round *Round, compare func(a, b int) int, positive func(a int) bool) {
	var top []int
	for o := range p.config.Options {
		switch {
		case !positive(o):
		case len(top) == 0 || compare(o, top[0]) > 0:
			top = append(top[:0], o)
		case compare(o, top[0]) == 0:
			top = append(top, o)
		}
	}
	if len(top) > 0 {
		winner := p.best(top)
		out.Winners = []string{p.config.Options[winner]}
		round.Tie = p.tie(top, "lot", winner)
	}
	out.Rounds = append(out.Rounds, *round)
}

// electSums is elect for sums of weights.
func (p *Poll) electSums(out *Outcome, sums []Amount) {
	out.Scores = p.table(sums)
	round := Round{Scores: out.Scores, Ballots: p.heads()}
	p.elect(out, &round, func(a, b int) int { return sums[a].Cmp(sums[b]) }, func(a int) bool { return !sums[a].IsZero() })
}

// heads counts the ballots that name each option, with an amount above zero where they name amounts.
func (p *Poll) heads() map[string]int {
	n := make([]int, len(p.config.Options))
	for k, o := range p.options {
		if p.amounts == nil || p.amounts[k] > 0 {
			n[o]++
		}
	}
	if p.amounts == nil { // amounts of ballots that were taken back are zero
		for _, i := range p.voided {
			for _, o := range p.named(int(i)) {
				n[o]--
			}
		}
	}
	t := make(map[string]int, len(n))
	for i, n := range n {
		t[p.config.Options[i]] = n
	}
	return t
}
