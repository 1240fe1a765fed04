package tally

// Outcome is a finished count, with everything that is needed to check it by hand.
type Outcome struct {
	Method  Method            `json:"method"`
	Options []string          `json:"options"`
	Seed    string            `json:"seed,omitempty"`
	Ballots int               `json:"ballots"` // that count
	Total   Number            `json:"total"`   // their weight
	Scores  map[string]Number `json:"scores"`  // of each option; what they are depends on the method
	Winners []string          `json:"winners"` // none if nobody voted for anything
	Rounds  []Round           `json:"rounds"`
	Spoiled []Spoiled         `json:"spoiled"` // by voter
}

// Round is one step of a count. A field that a method does not need is left out.
type Round struct {
	Scores  map[string]Number `json:"scores,omitempty"`  // in this round
	Ballots map[string]int    `json:"ballots,omitempty"` // that name the option

	// A threshold vote.

	Threshold string  `json:"threshold,omitempty"` // that For/(For+Against) must exceed
	Quorum    *Quorum `json:"quorum,omitempty"`

	// An instant run-off. More than half of Continuing wins.

	Continuing Number            `json:"continuing,omitempty"` // the weight of ballots that name a continuing option
	Exhausted  Number            `json:"exhausted,omitempty"`  // the weight of the others
	Elected    string            `json:"elected,omitempty"`
	Eliminated string            `json:"eliminated,omitempty"`
	Transfers  map[string]Number `json:"transfers,omitempty"` // of the eliminated option's weight; what is left is exhausted

	// A pair of Ranked Pairs, in the order in which pairs are locked.

	Pair *Pair `json:"pair,omitempty"`

	// A mixture.

	Market *Market `json:"market,omitempty"`

	Tie *Tie `json:"tie,omitempty"` // that was broken in this round
}

// Quorum says who had to take part, and who did.
type Quorum struct {
	Electorate Number `json:"electorate"`
	Fraction   string `json:"fraction,omitempty"`
	Needed     Number `json:"needed"`
	Turnout    Number `json:"turnout"`
	Heads      int    `json:"heads"` // needed
	Met        bool   `json:"met"`
}

// Pair compares two options.
type Pair struct {
	Winner  string `json:"winner"`
	Loser   string `json:"loser"`
	For     Number `json:"for"`     // the weight that ranks the winner above the loser
	Against Number `json:"against"` // and the other way
	// Effect is "locked", "implied" by pairs that were locked before, or "skipped" because those say the opposite.
	Effect string `json:"effect"`
}

// Market is how the Independent Markets mechanism settles.
type Market struct {
	// Price is the t of the mechanism, in units of 10^-12 per unit of weight: each option's share is the largest x that
	// is at most t times the weight of those who give it at least x.
	Price   Number            `json:"price"`
	Shares  map[string]Number `json:"shares"`  // exact, in units of 10^-12, before they are rounded
	Support map[string]Number `json:"support"` // the weight of those who give the option at least its share
}

// Tie is a tie and how it was broken.
type Tie struct {
	Among []string `json:"among"`
	// Rule is "earlier round", "lot", or "lot of pairs": this pair and the next have the same margin, Among win them, and
	// Chosen wins the first.
	Rule   string `json:"rule"`
	Chosen string `json:"chosen"` // to win, or in a round with an elimination to leave
}
