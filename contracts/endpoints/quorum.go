package endpoints

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"
)

// ErrDisagree says that endpoints answered, and that too few of them said the same.
var ErrDisagree = errors.New("the endpoints disagree")

// Config says which endpoints, and how many of them must say the same.
type Config[E any] struct {
	Endpoints []E
	Need      int // 0 is more than half
	// Patience is how long a question may take; 0 is 15 seconds. Grace is how long the others are waited for when enough
	// have answered, where more answers make a better one; 0 is a second.
	Patience, Grace time.Duration
	// Answer reports whether an error is an answer of the chain's, and no failure of the endpoint that gave it; nil is never.
	Answer func(error) bool
	Logger *slog.Logger // for endpoints that fail or come back; nil discards
}

// Quorum asks several endpoints at once, and says what enough of them say. A single endpoint is believed.
type Quorum[E any] struct {
	Config[E]

	mu     sync.Mutex
	failed []bool // whether the last question to an endpoint went unanswered
}

// New returns a quorum. It asks nothing yet.
func New[E any](cfg Config[E]) (*Quorum[E], error) {
	n := len(cfg.Endpoints)
	if n == 0 {
		return nil, errors.New("chain: name at least one endpoint of the chain")
	}
	cfg.Need, cfg.Patience, cfg.Grace = cmp.Or(cfg.Need, n/2+1), cmp.Or(cfg.Patience, 15*time.Second), cmp.Or(cfg.Grace, time.Second)
	if cfg.Need < 1 || cfg.Need > n {
		return nil, fmt.Errorf("chain: %d of %d endpoints cannot agree; the quorum is between 1 and %d", cfg.Need, n, n)
	}
	if cfg.Answer == nil {
		cfg.Answer = func(error) bool { return false }
	}
	cfg.Logger = cmp.Or(cfg.Logger, slog.New(slog.DiscardHandler))
	return &Quorum[E]{Config: cfg, failed: make([]bool, n)}, nil
}

// Answers is what endpoints said to one question.
type Answers[T any] struct {
	Given  []T // in the order in which they came
	Failed Failures
}

// Failures are errors in one line.
type Failures []error

func (f Failures) Error() string {
	if len(f) == 0 {
		return "no endpoint answered in time"
	}
	text := f[0].Error()
	for _, err := range f[1:] {
		text += "; " + err.Error()
	}
	return text
}

func (f Failures) Unwrap() []error { return f }

// Ask asks all endpoints at once, until all have answered, patience ends, or the grace is over that begins with enough
// answers.
func Ask[E, T any](ctx context.Context, q *Quorum[E], patience, grace time.Duration, question func(context.Context, E) (T, error), enough func([]T) bool) Answers[T] {
	ctx, cancel := context.WithTimeout(ctx, patience)
	defer cancel() // also what is not needed any more
	type answer struct {
		from  int
		value T
		err   error
	}
	came := make(chan answer, len(q.Endpoints))
	for i, e := range q.Endpoints {
		go func() {
			v, err := question(ctx, e)
			came <- answer{i, v, err}
		}()
	}
	var out Answers[T]
	var over <-chan time.Time
	for range q.Endpoints {
		var a answer
		select {
		case <-over:
			return out
		case a = <-came: // every question ends with its context
		}
		q.note(ctx, a.from, a.err)
		if a.err != nil {
			out.Failed = append(out.Failed, fmt.Errorf("endpoint %d: %w", a.from+1, a.err))
			continue
		}
		out.Given = append(out.Given, a.value)
		switch {
		case over != nil || !enough(out.Given):
		case grace == 0:
			return out
		default:
			timer := time.NewTimer(grace)
			defer timer.Stop()
			over = timer.C
		}
	}
	return out
}

// note logs when an endpoint begins to fail, and when it answers again.
func (q *Quorum[E]) note(ctx context.Context, i int, err error) {
	fails := err != nil && !q.Answer(err)
	q.mu.Lock()
	changed := q.failed[i] != fails
	q.failed[i] = fails
	q.mu.Unlock()
	switch {
	case changed && fails:
		q.Logger.WarnContext(ctx, "an endpoint of the chain fails", slog.Int("endpoint", i+1), slog.Any("error", err))
	case changed:
		q.Logger.InfoContext(ctx, "an endpoint of the chain answers again", slog.Int("endpoint", i+1))
	}
}

// All asks all endpoints, and returns what was said when a quorum had answered and the grace was over.
func All[E, T any](ctx context.Context, q *Quorum[E], what string, question func(context.Context, E) (T, error)) ([]T, error) {
	out := Ask(ctx, q, q.Patience, q.Grace, question, func(given []T) bool { return len(given) >= q.Need })
	if len(out.Given) < q.Need {
		return nil, fmt.Errorf("chain: asking for %s: %w", what, out.Failed)
	}
	return out.Given, nil
}

// Agree returns the first answer that a quorum gives.
func Agree[E any, T comparable](ctx context.Context, q *Quorum[E], patience time.Duration, what string, question func(context.Context, E) (T, error)) (T, error) {
	counts := map[T]int{}
	var agreed, none T
	found := false
	out := Ask(ctx, q, patience, 0, question, func(given []T) bool {
		agreed = given[len(given)-1]
		counts[agreed]++
		found = counts[agreed] == q.Need
		return found
	})
	switch {
	case found:
		return agreed, nil
	case len(counts) > 1 && len(out.Failed) > 0:
		return none, fmt.Errorf("chain: %w on %s: they gave %d different answers, and %d must say the same (%w)", ErrDisagree, what, len(counts), q.Need, out.Failed)
	case len(counts) > 1:
		return none, fmt.Errorf("chain: %w on %s: they gave %d different answers, and %d must say the same", ErrDisagree, what, len(counts), q.Need)
	}
	return none, fmt.Errorf("chain: asking for %s: %w", what, out.Failed)
}

// Reached returns the largest number that a quorum has reached.
func Reached[E any, T cmp.Ordered](ctx context.Context, q *Quorum[E], what string, question func(context.Context, E) (T, error)) (T, error) {
	numbers, err := All(ctx, q, what, question)
	if err != nil {
		var none T
		return none, err
	}
	slices.Sort(numbers)
	return numbers[len(numbers)-q.Need], nil
}

// Verdict returns nil if a quorum confirms something, and an endpoint's refutation if a quorum refutes it. Any other error says that
// it cannot be told.
func Verdict[E any](ctx context.Context, q *Quorum[E], patience time.Duration, what string, refutes func(error) bool, check func(context.Context, E) error) error {
	var mu sync.Mutex
	var refutation error
	confirmed, err := Agree(ctx, q, patience, what, func(ctx context.Context, e E) (bool, error) {
		err := check(ctx, e)
		if err != nil && refutes(err) {
			mu.Lock()
			defer mu.Unlock()
			refutation = cmp.Or(refutation, err)
			return false, nil
		}
		return err == nil, err
	})
	if err == nil && !confirmed {
		mu.Lock()
		defer mu.Unlock()
		return refutation
	}
	return err
}
