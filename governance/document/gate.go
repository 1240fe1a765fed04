package document

// Result is what one evaluator signed about one gate of a document: the value that a run of the evaluation gave.
type Result struct {
	Evaluator string  `json:"evaluator"` // the address, as entries write it
	Gate      string  `json:"gate"`      // the gate's id in the document
	Run       Digest  `json:"run"`       // of the log of the run
	Value     Decimal `json:"value"`
}

// GateState says whether a gate, a condition that a document sets for itself, is met by signed results.
type GateState struct {
	Gate     string   `json:"gate"`
	Asks     string   `json:"asks"` // in words: "accuracy >= 0.55"
	Met      bool     `json:"met"`
	Why      string   `json:"why"`
	Signed   []string `json:"signed,omitempty"`   // evaluators whose results meet it, sorted
	Disagree []string `json:"disagree,omitempty"` // evaluators whose results do not, sorted
}
